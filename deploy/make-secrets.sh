#!/usr/bin/env bash
# Writes random passwords and keys, one to a file, and leaves those that are there.
# Usage: make-secrets.sh [folder]   deploy/secrets, which docker-compose.yml reads, unless said otherwise
set -euo pipefail
folder="${1:-$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/secrets}"
mkdir -p "$folder"
umask 077
for name in minio_user minio_password redis_password; do
  [[ -s "$folder/$name" ]] || head -c 24 /dev/urandom | base64 | tr -d '/+=\n' >"$folder/$name"
done
# Signs the tokens; enough for HS512.
[[ -s "$folder/secret_key" ]] || head -c 64 /dev/urandom | base64 -w0 >"$folder/secret_key"
[[ -s "$folder/backup_key" ]] || head -c 32 /dev/urandom | base64 >"$folder/backup_key"
# The services run as users of their own and read these files through a mount.
chmod 644 "$folder"/*

#!/usr/bin/env bash
# A real Redis server for tests, on 127.0.0.1, with nothing kept on disk. Debian's package; installing it needs root.
#
#   redis.sh install     installs the package where it is missing
#   redis.sh start       starts the server and returns once it answers (installs first where needed); its data are empty
#   redis.sh stop        ends it and removes the state
#   redis.sh status      exit code 0 if it answers
#   redis.sh kill        SIGKILL
#   redis.sh pause       SIGSTOP: connections stay open and nothing answers
#   redis.sh resume      SIGCONT
#
# Environment: REDIS_PORT (6379), REDIS_FOLDER, REDIS_PASSWORD (none), REDIS_OWNER (a process id: when it is gone, the server stops by itself),
#   REDIS_TLS_PORT (none: a port for encrypted connections beside the other), REDIS_CERTIFICATES (a folder with server.pem and server.key).
set -euo pipefail
export PATH=/usr/bin:/bin:/usr/sbin:/sbin

readonly port=${REDIS_PORT:-6379}
readonly folder=${REDIS_FOLDER:-${TMPDIR:-/tmp}/nova-redis-$port}
readonly configuration=$folder/redis.conf

fail() { echo "redis: $*" >&2; exit 1; }

installed() { command -v redis-server >/dev/null; }

install_package() {
  installed && return
  [[ $EUID -eq 0 ]] || fail "installing redis-server needs root"
  local try log=/tmp/nova-redis-install.log apt=(apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
  for try in 1 2 3; do
    "${apt[@]}" update >"$log" 2>&1 || true
    DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y --no-install-recommends redis-server >>"$log" 2>&1 && installed && return
    dpkg --configure -a >>"$log" 2>&1 || true
    sleep $((try * 5))
  done
  tail -20 "$log" >&2
  fail "the package could not be installed"
}

# A pid may be of a zombie, or have been given to another program since.
alive() {
  local pid state
  pid=$(cat "$folder/redis.pid" 2>/dev/null) && [[ -n $pid ]] || return 1
  state=$(sed 's/^.*) //; s/ .*//' "/proc/$pid/stat" 2>/dev/null) || return 1
  [[ $state != Z ]] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "127.0.0.1:$port"
}

signal() { kill "-$1" "$(cat "$folder/redis.pid")" 2>/dev/null || true; }

end() {
  local i
  if alive; then
    signal "$1"
    for i in {1..600}; do
      alive || break
      [[ $i -ne 50 ]] || signal KILL
      sleep 0.1
    done
  fi
  rm -f "$folder/redis.pid"
}

answers() {
  local line
  { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 1
  printf 'PING\r\n' >&3 2>/dev/null || { exec 3>&-; return 1; }
  IFS= read -r -t 2 line <&3 || { exec 3>&-; return 1; }
  exec 3>&-
  [[ $line == +PONG* || $line == -NOAUTH* ]]
}

watch_owner() {
  [[ -n ${REDIS_OWNER:-} ]] || return 0
  setsid nohup bash -c 'while [[ -d /proc/$1 ]]; do sleep 2; [[ -d $2 ]] || exit; done; exec bash "$0" stop' \
    "$(realpath "${BASH_SOURCE[0]}")" "$REDIS_OWNER" "$folder" >/dev/null 2>&1 </dev/null 9>&- &
}

start() {
  alive && answers && return
  install_package 9>&-
  end KILL
  local i is_new=true
  [[ ! -d $folder ]] || is_new=false
  mkdir -p "$folder"
  cat >"$configuration" <<CONF
bind 127.0.0.1
port $port
dir $folder
save ""
appendonly no
${REDIS_PASSWORD:+requirepass $REDIS_PASSWORD}
CONF
  if [[ -n ${REDIS_TLS_PORT:-} ]]; then
    cat >>"$configuration" <<CONF
tls-port $REDIS_TLS_PORT
tls-cert-file $REDIS_CERTIFICATES/server.pem
tls-key-file $REDIS_CERTIFICATES/server.key
tls-ca-cert-file $REDIS_CERTIFICATES/server.pem
tls-auth-clients no
CONF
  fi
  setsid nohup redis-server "$configuration" >"$folder/redis.log" 2>&1 </dev/null 9>&- &
  echo $! >"$folder/redis.pid"
  for i in {1..1200}; do
    if answers && alive; then
      ! $is_new || watch_owner
      return
    fi
    kill -0 "$(cat "$folder/redis.pid")" 2>/dev/null || break
    sleep 0.1
  done
  tail -20 "$folder/redis.log" >&2
  fail "the server did not come up"
}

command=${1:-}
if [[ $command == install ]]; then
  install_package
  exit
fi
mkdir -p "$(dirname "$folder")"
exec 9>"$folder.lock"
flock -w 120 9 || fail "another start or stop of $folder is under way"
case $command in
  start) start ;;
  stop) end TERM; rm -rf "$folder" "$folder.lock" ;;
  status) alive && answers ;;
  kill) end KILL ;;
  pause) signal STOP ;;
  resume) signal CONT ;;
  *) sed -n '2,13p' "${BASH_SOURCE[0]}"; exit 2 ;;
esac

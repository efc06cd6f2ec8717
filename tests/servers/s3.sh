#!/usr/bin/env bash
# A real S3 server for tests: one Ceph RADOS Gateway with its monitor and object store, in memory, on 127.0.0.1. Debian's packages, root.
#
#   s3.sh install         installs the packages where they are missing
#   s3.sh start           starts everything and prints the address once it answers (installs first where needed)
#   s3.sh stop            ends everything and removes the state
#   s3.sh status          exit code 0 if it answers
#   s3.sh kill-gateway    SIGKILL to the gateway alone; objects survive
#   s3.sh start-gateway   starts the gateway again
#   s3.sh pause-gateway   SIGSTOP to the gateway: it takes connections and answers nothing
#   s3.sh resume-gateway  SIGCONT
#
# Environment: S3_PORT (9000), S3_MONITOR_PORT (S3_PORT + 300), S3_FOLDER (short: sockets lie in it), S3_ACCESS_KEY and S3_SECRET_KEY
# (minioadmin), S3_OWNER (a process id: when it is gone, the server stops by itself), S3_TLS_PORT (none: a port for encrypted connections beside
# the other), S3_CERTIFICATES (a folder with server.pem and server.key).
set -euo pipefail
export PATH=/usr/bin:/bin:/usr/sbin:/sbin
unset CEPH_ARGS CEPH_CONF

readonly port=${S3_PORT:-9000}
readonly monitor_port=${S3_MONITOR_PORT:-$((port + 300))}
readonly folder=${S3_FOLDER:-${TMPDIR:-/tmp}/nova-s3-$port}
readonly access_key=${S3_ACCESS_KEY:-minioadmin} secret_key=${S3_SECRET_KEY:-minioadmin}
readonly tls=${S3_TLS_PORT:+ ssl_endpoint=127.0.0.1:$S3_TLS_PORT ssl_certificate=$S3_CERTIFICATES/server.pem ssl_private_key=$S3_CERTIFICATES/server.key}
readonly configuration=$folder/ceph.conf
readonly programs=(radosgw radosgw-admin ceph ceph-mon ceph-osd monmaptool)

fail() { echo "s3: $*" >&2; exit 1; }

installed() {
  local program
  for program in "${programs[@]}"; do command -v "$program" >/dev/null || return 1; done
}

install_packages() {
  installed && return
  [[ $EUID -eq 0 ]] || fail "installing radosgw, ceph-mon and ceph-osd needs root"
  local try log=/tmp/nova-s3-install.log apt=(apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
  for try in 1 2 3; do
    "${apt[@]}" update >"$log" 2>&1 || true
    DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y --no-install-recommends radosgw ceph-mon ceph-osd >>"$log" 2>&1 && installed && return
    dpkg --configure -a >>"$log" 2>&1 || true
    sleep $((try * 5))
  done
  tail -20 "$log" >&2
  fail "the packages could not be installed"
}

# A pid may be of a zombie, or have been given to another program since.
alive() {
  local pid state
  pid=$(cat "$folder/$1.pid" 2>/dev/null) && [[ -n $pid ]] || return 1
  state=$(sed 's/^.*) //; s/ .*//' "/proc/$pid/stat" 2>/dev/null) || return 1
  [[ $state != Z ]] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "$configuration"
}

# Of a process that was just started: its command line is this script's until it has become the program.
runs() { kill -0 "$(cat "$folder/$1.pid")" 2>/dev/null; }

spawn() {
  local name=$1
  shift
  setsid nohup "$@" >"$folder/log/$name.out" 2>&1 </dev/null 9>&- &
  echo $! >"$folder/$name.pid"
}

end() {
  local name=$1 signal=$2 i
  if alive "$name"; then
    kill "-$signal" "$(cat "$folder/$name.pid")" 2>/dev/null || true
    for i in {1..600}; do
      alive "$name" || break
      [[ $i -ne 50 ]] || kill -KILL "$(cat "$folder/$name.pid")" 2>/dev/null || true
      sleep 0.1
    done
  fi
  rm -f "$folder/$name.pid"
}

end_all() { end gateway TERM; end store KILL; end monitor TERM; }

port_is_open() { (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }

answers() {
  local line
  { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 1
  printf 'GET / HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3 2>/dev/null || { exec 3>&-; return 1; }
  IFS= read -r -t 2 line <&3 || { exec 3>&-; return 1; }
  exec 3>&-
  [[ $line == HTTP/1.?\ 200* ]]
}

start_gateway() {
  alive gateway && answers && return
  end gateway KILL
  ! port_is_open || fail "port $port is taken by another program"
  spawn gateway radosgw -f -c "$configuration" -n client.rgw
  local i
  for i in {1..1200}; do
    answers && return
    runs gateway || break
    sleep 0.1
  done
  tail -20 "$folder/log/gateway.out" >&2
  fail "the gateway did not come up"
}

write_configuration() {
  cat >"$configuration" <<CONF
[global]
fsid = $1
mon_initial_members = a
mon_host = [v2:127.0.0.1:$monitor_port/0]
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
ms_bind_ipv6 = false
ms_bind_msgr1 = false
# Nobody signs in on loopback; then every connection must be "crc", or the gateway's login at the monitor fails for ever.
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
ms_cluster_mode = crc
ms_service_mode = crc
ms_client_mode = crc
ms_mon_cluster_mode = crc
ms_mon_service_mode = crc
ms_mon_client_mode = crc
run_dir = $folder
admin_socket = $folder/\$name.asok
log_file = $folder/log/\$name.log
crash_dir = $folder/log
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 4
osd_pool_default_pgp_num = 4
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
mon_max_pg_per_osd = 2000
mon_data_avail_warn = 0
mon_data_avail_crit = -1
[mon]
mon_data = $folder/monitor
mon_cluster_log_file = $folder/log/cluster.log
paxos_propose_interval = 0.01
paxos_min_wait = 0.01
[osd]
osd_data = $folder/store
osd_objectstore = memstore
memstore_device_bytes = $((4 << 30))
# A killed gateway leaves watches behind; by default the first bucket after it waits 30 s for them.
osd_client_watch_timeout = 5
osd_memory_target = 939524096
osd_op_num_shards = 2
osd_op_num_threads_per_shard = 2
[client.rgw]
rgw_data = $folder/gateway
# Without tcp_nodelay each read waits 40 ms for a delayed acknowledgement.
rgw_frontends = beast endpoint=127.0.0.1:$port$tls tcp_nodelay=1
rgw_thread_pool_size = 64
rgw_enable_usage_log = false
rgw_run_sync_thread = false
rgw_crypt_require_ssl = false
# Removed objects free their memory after a minute instead of two hours.
rgw_gc_obj_min_wait = 60
rgw_gc_processor_period = 30
rgw_gc_processor_max_time = 30
CONF
}

watch_owner() {
  [[ -n ${S3_OWNER:-} ]] || return 0
  setsid nohup bash -c 'while [[ -d /proc/$1 ]]; do sleep 2; [[ -d $2 ]] || exit; done; exec bash "$0" stop' \
    "$(realpath "${BASH_SOURCE[0]}")" "$S3_OWNER" "$folder" >/dev/null 2>&1 </dev/null 9>&- &
}

start() {
  if alive monitor && alive store && alive gateway && answers; then
    echo "http://127.0.0.1:$port"
    return
  fi
  install_packages 9>&-
  end_all
  rm -rf "$folder"
  mkdir -p "$folder"/{monitor,store,gateway,log}
  local fsid store_id
  fsid=$(cat /proc/sys/kernel/random/uuid)
  store_id=$(cat /proc/sys/kernel/random/uuid)
  write_configuration "$fsid"
  monmaptool --create --clobber --fsid "$fsid" --addv a "[v2:127.0.0.1:$monitor_port]" "$folder/monmap" >/dev/null
  ceph-mon -c "$configuration" --mkfs -i a --monmap "$folder/monmap" >"$folder/log/monitor-new.out" 2>&1 || fail "see $folder/log/monitor-new.out"
  spawn monitor ceph-mon -f -c "$configuration" -i a
  ceph -c "$configuration" --connect-timeout 120 osd new "$store_id" >/dev/null 2>"$folder/log/store-new.err" || fail "$(cat "$folder/log/store-new.err")"
  ceph-osd -c "$configuration" -i 0 --mkfs --osd-uuid "$store_id" >"$folder/log/store-new.out" 2>&1 || fail "see $folder/log/store-new.out"
  spawn store ceph-osd -f -c "$configuration" -i 0
  timeout 180 radosgw-admin -c "$configuration" -n client.rgw user create --uid=test --display-name=test \
    --access-key="$access_key" --secret-key="$secret_key" >"$folder/log/user.out" 2>"$folder/log/user.err" || fail "$(tail -5 "$folder/log/user.err")"
  start_gateway
  watch_owner
  echo "http://127.0.0.1:$port"
}

command=${1:-}
if [[ $command == install ]]; then
  install_packages
  exit
fi
mkdir -p "$(dirname "$folder")"
exec 9>"$folder.lock"
flock -w 120 9 || fail "another start or stop of $folder is under way"
case $command in
  start) start ;;
  stop) end_all; rm -rf "$folder" "$folder.lock" ;;
  status) alive gateway && answers ;;
  kill-gateway) end gateway KILL ;;
  start-gateway) start_gateway ;;
  pause-gateway) alive gateway && kill -STOP "$(cat "$folder/gateway.pid")" ;;
  resume-gateway) kill -CONT "$(cat "$folder/gateway.pid")" ;;
  *) sed -n '2,17p' "${BASH_SOURCE[0]}"; exit 2 ;;
esac

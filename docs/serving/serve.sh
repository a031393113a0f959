#!/bin/sh
# Several processes of the site behind one nginx: docs/serving/serve.sh WORKERS PORT, from the top of the tree.
set -eu
workers=$1 port=$2
here=$(dirname "$0")
place=$(mktemp -d)
trap 'kill $pids 2>/dev/null; wait; rm -rf "$place"' EXIT INT TERM
pids=
servers=
for number in $(seq 1 "$workers"); do
    own=$((port + 10 + number))
    # On processors of its own: the threads of a process take turns, and hand over in less time on one processor than across.
    stays="taskset -c $((number - 1))-$(($(nproc) - 1)):$workers"
    { [ "$workers" -gt 1 ] && $stays true 2>/dev/null; } || stays=
    $stays .venv/bin/streamlit run app.py --server.port "$own" --server.address 127.0.0.1 --server.headless true &
    pids="$pids $!"
    servers="$servers    server 127.0.0.1:$own;\n"
done
# nginx started by root works as somebody else.
chmod 711 "$place"
{
    echo "daemon off; pid $place/nginx.pid; error_log stderr; events { worker_connections 4096; } http { access_log off;"
    for kind in client_body proxy fastcgi uwsgi scgi; do echo "${kind}_temp_path $place/$kind;"; done
    sed -e '/^    server 127/d' -e "s|^    hash .*|&\n$servers|" -e "s|/var/cache/nginx/dashboard|$place/cache|" \
        -e "s|listen .*;|listen $port;|" "$here/site.nginx"
    echo "}"
} > "$place/nginx.conf"
nginx -p "$place" -e stderr -c "$place/nginx.conf" &
front=$!
pids="$pids $front"
echo "http://localhost:$port, $workers processes"
wait "$front"

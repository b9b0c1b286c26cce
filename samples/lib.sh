# What the walk-throughs share: curl with a key, and jq for the answers. Needs bash, curl and jq.
# BASE is the address of a service started with --sandbox-clock; OWNER is the owner's access key.
set -euo pipefail
BASE=${BASE:-http://127.0.0.1:5080}
: "${OWNER:?set OWNER to the access key that the first start printed}"
api=$BASE/api/v1

say() { printf '\n── %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# call KEY METHOD PATH [JSON] [curl options…]: prints the body; stops with the problem when the service refuses
call() {
  local key=$1 method=$2 path=$3 body=${4:-} answer status
  shift $(($# < 4 ? $# : 4))
  answer=$(curl -sS -X "$method" "$api$path" -H "Authorization: Bearer $key" -H 'Content-Type: application/json' \
    ${body:+--data "$body"} "$@" -w '\n%{http_code}')
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  [ "$status" -lt 400 ] || { printf '%s\n' "$answer" >&2; fail "$method $path gave $status"; }
  printf '%s\n' "$answer"
}

# key NAME AGENCY ROLE…: makes an access key and prints it
key() {
  local name=$1 agency=$2
  shift 2
  call "$OWNER" POST /access-keys "$(jq -nc --arg name "$name" --arg agency "$agency" '{name: $name, roles: {($agency): $ARGS.positional}}' --args "$@")" | jq -r .secret
}

# today DAY: sets the sandbox clock to nine o'clock; what falls due on the way is done when this returns
today() {
  call "$OWNER" PUT /sandbox/clock "{\"now\": \"$1T09:00:00+08:00\"}" >/dev/null
  say "$1"
}

# open KEY PROCEDURE AGENCY INPUT: prints the new case's id
open() { call "$1" POST /cases "{\"procedure\": \"$2\", \"agency\": \"$3\", \"input\": $4}" | jq -r .id; }

# fire KEY CASE TRIGGER [INPUT]: fires a trigger on the version that is current now; prints the state
fire() {
  local version
  version=$(call "$1" GET "/cases/$2" | jq .version)
  call "$1" POST "/cases/$2/triggers/$3" "{\"input\": ${4:-{\}}}" -H "If-Match: \"$version\"" -H "Idempotency-Key: $2-$3-$version" \
    | jq -r '"   \(.reference)  \(.state.title.zh)"'
}

# refused KEY CASE TRIGGER [INPUT]: shows why the procedure refuses; stops when it does not
refused() {
  local version
  version=$(call "$1" GET "/cases/$2" | jq .version)
  curl -sS -X POST "$api/cases/$2/triggers/$3" -H "Authorization: Bearer $1" -H 'Content-Type: application/json' \
    -H "If-Match: \"$version\"" --data "{\"input\": ${4:-{\}}}" \
    | jq -er 'if .status == 409 or .status == 422 then "   不予办理：\(.detail)" else error("was not refused") end'
}

# due KEY CASE CLOCK: prints the due date, or «standing still»
due() { call "$1" GET "/cases/$2/clocks" | jq -r --arg clock "$3" '.. | objects | select(.name? == $clock and has("phase")) | .due // "standing still"'; }

# expect WHAT ACTUAL WANTED
expect() {
  [ "$2" = "$3" ] || fail "$1: $2, but should be $3"
  printf '   %s: %s\n' "$1" "$2"
}

# child KEY CASE PROCEDURE: the id of the newest child of that procedure
child() { call "$1" GET "/cases/$2" | jq -r --arg procedure "$3" '[.children[] | select(.procedure == $procedure or .procedure.id? == $procedure)] | last | .id'; }

state() { call "$1" GET "/cases/$2" | jq -r .state.name; }

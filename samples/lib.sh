# What the walk-throughs share: curl with a key, and jq for the answers. Needs bash, curl and jq.
# BASE is the address of a service started with --sandbox-clock; OWNER is the owner's access key.
set -euo pipefail
BASE=${BASE:-http://127.0.0.1:5080}
: "${OWNER:?set OWNER to the access key that the first start printed}"
api=$BASE/api/v1

say() { printf '\n── %s\n' "$*"; }
fail() { printf '未通过：%s\n' "$*" >&2; exit 1; }

# call KEY METHOD PATH [JSON] [curl options…]: prints the body; stops with the problem when the service refuses
call() {
  local key=$1 method=$2 path=$3 body=${4:-} answer status
  shift $(($# < 4 ? $# : 4))
  answer=$(curl -sS -X "$method" "$api$path" -H "Authorization: Bearer $key" -H 'Content-Type: application/json' \
    ${body:+--data "$body"} "$@" -w '\n%{http_code}')
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  [ "$status" -lt 400 ] || { printf '%s\n' "$answer" >&2; fail "$method $path 得到 $status"; }
  printf '%s\n' "$answer"
}

# key NAME AGENCY ROLE…: makes an access key and prints it
key() {
  local name=$1 agency=$2
  shift 2
  call "$OWNER" POST /access-keys "$(jq -nc --arg name "$name" --arg agency "$agency" '{name: $name, roles: {($agency): $ARGS.positional}}' --args "$@")" | jq -r .secret
}

# etag KEY PATH: prints the version tag for If-Match
etag() { curl -sSf -o /dev/null -D - "$api$2" -H "Authorization: Bearer $1" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p'; }

# today DAY: sets the sandbox clock to nine o'clock; what falls due on the way is done when this returns
today() {
  call "$OWNER" PUT /sandbox/clock "{\"now\": \"$1T09:00:00+08:00\"}" >/dev/null
  say "$1"
}

# at MOMENT: sets the sandbox clock to a minute, local time, for what is counted in minutes
at() {
  call "$OWNER" PUT /sandbox/clock "{\"now\": \"$1:00+08:00\"}" >/dev/null
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

# serve KEY CASE DOCUMENT SERVICE: records how the newest letter of that name was sent; prints the days that follow
serve() {
  local version number
  version=$(call "$1" GET "/cases/$2" | jq .version)
  number=$(call "$1" GET "/cases/$2/documents" | jq --arg name "$3" '[.documents[] | select(.document == $name)] | last | .n')
  call "$1" POST "/cases/$2/documents/$number/services" "$4" -H "If-Match: \"$version\"" -H "Idempotency-Key: $2-service-$version" >/dev/null
  call "$1" GET "/cases/$2/services" | jq -r '.services | last | "   \(.title)  \(.sentOn)  〔\(.answeredBasis.act) \(.answeredBasis.article // "")〕"'
}

# received KEY CASE DAY: records that what was sent last was signed for
received() {
  local version
  version=$(call "$1" GET "/cases/$2" | jq .version)
  call "$1" POST "/cases/$2/services/$(call "$1" GET "/cases/$2/services" | jq '.services | last | .k')/news" "{\"news\": \"received\", \"on\": \"$3\"}" -H "If-Match: \"$version\"" >/dev/null
}

# refused KEY CASE TRIGGER [INPUT]: shows why the procedure refuses; stops when it does not
refused() {
  local version
  version=$(call "$1" GET "/cases/$2" | jq .version)
  curl -sS -X POST "$api/cases/$2/triggers/$3" -H "Authorization: Bearer $1" -H 'Content-Type: application/json' \
    -H "If-Match: \"$version\"" --data "{\"input\": ${4:-{\}}}" \
    | jq -er 'if .status == 409 or .status == 422 then "   不予办理：\(.detail)" else error("应当不予办理，却办理了：\(.)") end'
}

# due KEY CASE CLOCK: prints the due date, or 停止计算 while the clock stands still
due() { call "$1" GET "/cases/$2/clocks" | jq -r --arg clock "$3" '.clocks[] | select(.name == $clock) | .due // "停止计算"'; }

# due_at KEY CASE CLOCK: the minute, local time, at which a clock of minutes ends
due_at() { call "$1" GET "/cases/$2/clocks" | jq -r --arg clock "$3" '.clocks[] | select(.name == $clock) | .dueAt | sub("[:.][0-9]+([+]08:00)?$"; "")'; }

# expect WHAT ACTUAL WANTED
expect() {
  [ "$2" = "$3" ] || fail "$1：$2，应为 $3"
  printf '   %s：%s\n' "$1" "$2"
}

# child KEY CASE PROCEDURE: the id of the newest child of that procedure
child() { call "$1" GET "/cases/$2" | jq -r --arg procedure "$3" '[.children[] | select(.procedure == $procedure)] | last | .id'; }

# state KEY CASE: the title of its state
state() { call "$1" GET "/cases/$2" | jq -r .state.title.zh; }

# explain KEY CASE CLOCK: every day of the clock, what the calendar says of it, by which article and notice
explain() {
  call "$1" GET "/cases/$2/clocks/$3/explanation" | jq -r '
    {"start": "起算日，不计入", "counted": "计入", "rest": "不计入", "end-moves": "末日顺延", "end": "期限届满"} as $treatment
    | {"working": "工作日", "weekend": "休息日", "holiday": "放假", "make-up-workday": "调休上班"} as $kind
    | def padded(n): tostring | " " * (n - length) + .;
      "   \(.clock.title.zh)：\(.clock.basis.act) \(.clock.basis.article)，\(.clock.period | sub(" working-days"; " 个工作日"))\(if .extension > 0 then "，延长 \(.extension) 个" else "" end)，至 \(.due)",
      # Days on which it stood still for the same reason are one line.
      ((reduce .days[] as $day ([]; if $day.treatment == "paused" and .[-1].why == $day.why then .[-1].last = $day.date else . + [$day] end))[]
        | "   \(.date)  \(.number // "—" | padded(3))  "
          + (if .treatment == "paused" then "至 \(.last // .date) 停止计算〔\(.why)〕"
             else "\($kind[.kind] // .kind)\(if .name then "（\(.name)）" else "" end)，\($treatment[.treatment] // .treatment)〔\(.article)；\(.notice.source // "尚未公布")〕" end))'
}

# history KEY CASE: who did what when, under which article
history() {
  call "$1" GET "/cases/$2/history?limit=200" | jq -r '
    {"opened": "立案", "moved": "办理", "document-issued": "文书", "deadline-changed": "期限", "child-opened": "子案", "child-heard": "子案告知",
     "document-served": "送达", "service-followed": "送达", "warned": "预警"} as $event
    | .entries[] | "   \(.sequence | tostring | " " * (3 - length) + .)  \(.occurredOn)  \($event[.event] // .event)  \(.title.zh // "")"
      + (if .event == "deadline-changed" then "：\(if .details.new then .details.new.due // "停止计算" else "不再计算" end)" elif .event == "child-opened" then .details.procedure // "" else "" end)
      + "  〔\(.actor.name)\(if .basis then "；\(.basis.act) \(.basis.article // "")" else "" end)〕"'
}

# documents KEY CASE FOLDER: fetches every document as a page and for Word
documents() {
  local n title kind
  call "$1" GET "/cases/$2/documents" | jq -r '.documents[] | "\(.n)\t\(.number)  \(.title)"' | while IFS=$'\t' read -r n title; do
    for kind in html:text/html docx:application/vnd.openxmlformats-officedocument.wordprocessingml.document; do
      curl -sSf "$api/cases/$2/documents/$n" -H "Authorization: Bearer $1" -H "Accept: ${kind#*:}" -o "$3/$n.${kind%%:*}"
    done
    printf '   %s.html %s.docx  %s\n' "$n" "$n" "$title"
  done
}

#!/usr/bin/env bash
# An administrator changes a procedure as text: a draft with a mistake, its problems with line and column, a publication that new
# cases take while running ones keep theirs. An auditor reads the history and verifies the hash chains.
. "$(dirname "$0")/lib.sh"
bureau=baicheng.commerce-bureau
procedure=baicheng.disclosure-application
handler=$(key 承办人 $bureau registrar handler)
auditor=$(key 审计人员 $bureau auditor)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

today 2026-08-03
application='{ "channel": "letter", "applicant.kind": "citizen", "applicant.name": "王五", "applicant.idType": "居民身份证",
  "applicant.idNumber": "220802199001011234", "applicant.phone": "13900000000", "request.description": "名录", "request.form": "纸面" }'
before=$(open "$handler" $procedure $bureau "$application")

say '草稿'
curl -sS "$api/procedures/$procedure/versions/1?format=yaml" -H "Authorization: Bearer $OWNER" > "$work/v1.yaml"
sed 's/by: \[handler\]/by: [handlr]/' "$work/v1.yaml" > "$work/wrong.yaml"
draft() { # FILE [curl options]
  local file=$1
  shift
  curl -sS -X PUT "$api/procedures/$procedure/draft" -H "Authorization: Bearer $OWNER" -H 'Content-Type: text/yaml' --data-binary "@$file" "$@"
}
draft "$work/wrong.yaml" | tee "$work/draft.json" | jq -r '.problems[:3][] | "   第 \(.line) 行第 \(.column) 列 \(.code) \(.message)"'
jq -e '.problems | length > 0' "$work/draft.json" >/dev/null || fail 'the mistake was not found'

sed 's/period: 15 working-days/period: 10 working-days/' "$work/v1.yaml" > "$work/v2.yaml"
draft "$work/v2.yaml" -H "If-Match: $(etag "$OWNER" "/procedures/$procedure/draft")" > "$work/draft.json"
expect '改正后的问题数' "$(jq '.problems | length' "$work/draft.json")" 0
call "$OWNER" POST "/procedures/$procedure/draft/publish" '' -H "If-Match: $(etag "$OWNER" "/procedures/$procedure/draft")" | jq -r '"   发布为第 \(.version) 版"'

after=$(open "$handler" $procedure $bureau "$application")
fire "$handler" "$before" register
fire "$handler" "$after" register
expect '已开的案件仍按第 1 版' "$(due "$handler" "$before" reply)" 2026-08-24
expect '新的案件按第 2 版' "$(due "$handler" "$after" reply)" 2026-08-17

say '审计'
history "$auditor" "$after"
call "$auditor" POST '/audit/verification?replay=true' > "$work/verification.json"
jq -r '"   \(.cases) 件案件、\(.entries) 项记录、\(.adminEntries) 项管理记录，\(.faultCount) 处异常；锚点 \(.anchor)"' "$work/verification.json"
jq -e .sound "$work/verification.json" >/dev/null || fail '记录有异常'

#!/usr/bin/env bash
# The same silence, the opposite effect: at the Baicheng Commerce Bureau a third party that does not answer is deemed to refuse.
. "$(dirname "$0")/lib.sh"
bureau=baicheng.commerce-bureau
handler=$(key 商务局承办人 $bureau registrar handler)

today 2026-06-01
id=$(open "$handler" baicheng.disclosure-application $bureau '{
  "channel": "letter", "applicant.kind": "citizen", "applicant.name": "王五", "applicant.idType": "居民身份证", "applicant.idNumber": "220802199001011234",
  "applicant.phone": "13900000000", "request.description": "某企业专项资金申报材料", "request.form": "纸面" }')
fire "$handler" "$id" register
expect '答复期限（端午节不计）' "$(due "$handler" "$id" reply)" 2026-06-23
fire "$handler" "$id" consult-third-party '{ "thirdParties": [ { "name": "某商贸公司", "interest": "commercial-secret", "matter": "申报材料" } ] }'
party=$(child "$handler" "$id" baicheng.third-party-consultation)
fire "$handler" "$party" record-receipt

today 2026-06-24
expect '第三方十五个工作日未答复' "$(state "$handler" "$party")" 视作不同意公开
refused "$handler" "$id" reply '{ "reply.outcome": "disclosed", "reply.content": "申报材料全文", "reply.onTheSpot": true,
  "delivery.asRequested": true, "delivery.asItExists": true }'
expect '征求意见期间不计入' "$(due "$handler" "$id" reply)" 2026-07-14

say '答复期限逐日说明'
explain "$handler" "$id" reply

say '三地制度的差别：期限'
call "$handler" GET '/procedures/differences?procedures=huadian.disclosure-application,baicheng.disclosure-application,national-2019.disclosure-application' |
  jq -r '[.procedures[].act] as $acts | .topics[] | select(.kind == "clock")
    | "   \(if .part then "征求第三方意见 " else "" end)\(first(.cells[] | values).title.zh)",
      (.cells | to_entries[] | "      《\($acts[.key])》：" + (.value | if . then "\(.says.period // "至约定之日" | sub(" working-days"; " 个工作日"))（\([.basis[].article] | join("、"))）" else "没有" end))'
say '完'

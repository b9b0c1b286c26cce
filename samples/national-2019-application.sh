#!/usr/bin/env bash
# The national regulation of 2019: the period starts when receipt is confirmed; a correction starts it anew; a silent agency consents.
. "$(dirname "$0")/lib.sh"
bureau=national.example-agency
handler=$(key 承办人 $bureau registrar handler office-head agency-leader)

today 2026-07-01
id=$(open "$handler" national-2019.disclosure-application $bureau '{
  "channel": "fax", "applicant.name": "赵六", "applicant.identityProof": "居民身份证", "applicant.contact": "13700000000",
  "request.description": "某项目批复", "request.form": "纸面" }')

today 2026-07-02
fire "$handler" "$id" confirm-receipt
expect '二十个工作日' "$(due "$handler" "$id" reply)" 2026-07-30
expect '补正告知七个工作日' "$(due "$handler" "$id" correction-notice)" 2026-07-13
fire "$handler" "$id" request-correction '{ "correction.points": "请写明批复的年份", "correction.by": "2026-07-31" }'

today 2026-07-20
fire "$handler" "$id" correct '{ "request.description": "某项目2025年批复" }'
expect '自收到补正之日起重新计算' "$(due "$handler" "$id" reply)" 2026-08-17
say '完'

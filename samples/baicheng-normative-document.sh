#!/usr/bin/env bash
# A normative document of the Baicheng Commerce Bureau, from research to publication: no step can be left out, and the eve of National Day moves the filing.
. "$(dirname "$0")/lib.sh"
bureau=baicheng.commerce-bureau
drafter=$(key 起草科室 $bureau drafter)
legal=$(key 政策法规科 $bureau legal-section)
secrecy=$(key 保密审查人员 $bureau secrecy-reviewer)
office=$(key 局办公室 $bureau office)
head=$(key 局长 $bureau head)

today 2026-09-14
id=$(open "$drafter" baicheng.normative-document $bureau '{ "normative.title": "家电以旧换新补贴管理办法", "normative.majorPolicy": false, "research.summary": "走访十家企业" }')
fire "$drafter" "$id" finish-draft '{ "draft.text": "办法草案", "draft.note": "起草说明" }'
fire "$drafter" "$id" finish-soliciting '{ "opinions.ways": "向二十家企业发函", "opinions.summary": "收到五条意见，采纳三条" }'
fire "$drafter" "$id" finish-argumentation '{ "argumentation.form": "专家论证会", "argumentation.record": "论证会纪要" }'
fire "$drafter" "$id" submit
expect '缺制定依据，审查期限没有起算' "$(state "$legal" "$id")" 送审材料不齐全
refused "$legal" "$id" tell-incomplete '{ "materials.missing": [ "drafting-note" ] }'
fire "$legal" "$id" tell-incomplete '{ "materials.missing": [ "legal-grounds" ] }'
fire "$drafter" "$id" supplement '{ "draft.legalGrounds": "某条例第八条" }'
expect '收齐材料后七个工作日（调休的星期日上班，计入）' "$(due "$legal" "$id" legality-review)" 2026-09-22
fire "$legal" "$id" issue-review-opinion '{ "review.conclusion": "lawful", "review.opinion": "符合上位法" }'
refused "$office" "$id" decide '{ "decision.meeting": "第9次局长办公会", "decision.result": "adopted" }'

say '预公开'
fire "$drafter" "$id" pre-disclose '{ "preDisclosure.reasons": "规范补贴发放" }'
disclosure=$(child "$drafter" "$id" baicheng.pre-disclosure)
fire "$secrecy" "$disclosure" record-secrecy-check '{ "secrecyCheck.result": "clear", "secrecyCheck.reviewer": "保密审查人员" }'
refused "$office" "$disclosure" publish '{ "channels": [ "website" ], "window.length": "days-8" }'
fire "$office" "$disclosure" publish '{ "channels": [ "website" ], "window.length": "days-7" }'
expect '预公开期满' "$(due "$office" "$disclosure" window)" 2026-09-22
fire "$drafter" "$disclosure" record-opinion '{ "opinion.content": "补贴名额应当公示" }'
opinion=$(child "$drafter" "$disclosure" baicheng.opinion)

today 2026-09-23
expect '期满自行结束' "$(state "$drafter" "$disclosure")" 预公开期满，研究意见并调整方案
refused "$drafter" "$disclosure" complete '{ "adjustment.summary": "增加公示一条" }'
fire "$drafter" "$opinion" deal-with '{ "handling.result": "adopted" }'
fire "$drafter" "$disclosure" complete '{ "adjustment.summary": "增加公示一条" }'
fire "$office" "$id" decide '{ "decision.meeting": "第9次局长办公会", "decision.result": "adopted" }'

today 2026-09-30
fire "$drafter" "$id" prepare-issue '{ "normative.type": "通知", "normative.disclosureType": "proactive", "interpretation.text": "一问一答" }'
fire "$legal" "$id" countersign
fire "$head" "$id" sign '{ "normative.number": "白商规〔2026〕1号" }'
expect '印发后三日，国庆节顺延' "$(due "$drafter" "$id" filing)" 2026-10-08
expect '印发后二十个工作日交办公室' "$(due "$drafter" "$id" handing-over)" 2026-11-03
expect '印发后二十个工作日公布' "$(due "$drafter" "$id" publication)" 2026-11-03

today 2026-10-08
fire "$drafter" "$id" file '{ "filing.materials": [ "filing-report", "text", "drafting-note", "legal-grounds", "opinions-summary", "argumentation", "review-opinion", "decision" ], "filing.paper": true, "filing.scan": true }'
fire "$drafter" "$id" hand-over
publication=$(child "$office" "$id" baicheng.proactive-disclosure)
fire "$office" "$publication" publish '{ "publication.ways": [ "website" ] }'
expect '备案并公布' "$(state "$drafter" "$id")" 已公布施行并备案

say '办理经过'
history "$drafter" "$id"
say '完'

import type { sentences as German } from "../de/sentences.ts";

export const sentences: Record<keyof typeof German, string> = {
  "said|{count} problem found. The audit page names them.":
    "問題が{count}件見つかりました。監査ログのページで確認できます。",
  "said|{count} problems found. The audit page names them.":
    "問題が{count, number}件見つかりました。監査ログのページで確認できます。",
  "said|More than {count} problems found. The audit page names them.":
    "問題が{count, number}件を超えて見つかりました。監査ログのページで確認できます。",
  "said|The audit log was not verified for {count} days":
    "監査ログは{count, number}日間検証されていません",
  "said|{name} is locked out": "{name}さんはロックアウトされています",
  "said|Too many wrong passwords. Opens by itself in {count} min.":
    "パスワードの誤りが多すぎました。{count}分後に自動で解除されます。",
  "said|{count} invitation expires within a day": "{count}件の招待が1日以内に期限切れになります",
  "said|{count} invitations expire within a day":
    "{count, number}件の招待が1日以内に期限切れになります",
  "said|More than {count} invitations expire within a day":
    "{count, number}件を超える招待が1日以内に期限切れになります",
  "said|{count} invitation has expired": "{count}件の招待が期限切れになりました",
  "said|{count} invitations have expired": "{count, number}件の招待が期限切れになりました",
  "said|More than {count} invitations have expired":
    "{count, number}件を超える招待が期限切れになりました",
  "said|Ask for the link to {email} on your account page.":
    "アカウントのページで{email}宛てのリンクを請求してください。",
  "said|{count} of {total} not used; the primary answers instead.":
    "{total}台のうち{count}台は使われていません。代わりにプライマリが応答します。",
  "said|{count} of {total} not used; the primary answers instead":
    "{total}台のうち{count}台は使われていません。代わりにプライマリが応答します",
  "said|Replica {number}": "レプリカ{number}",
  "said|{seconds} s behind at most": "遅れは最大{seconds}秒",
  "said|{count} not applied yet.": "{count}件がまだ適用されていません。",
  "said|{count} not applied yet": "{count}件がまだ適用されていません",
  "said|{count} workers run.": "{count}個のワーカーが動作しています。",
  "said|{host}, process {pid}": "{host}、プロセス{pid}",
  "said|{used} of {total}": "{total}中{used}",
  "said|It is {count} that would go now": "現在の対象は{count, number}人です",
  "said|{name} is suspended already.": "{name}さんはすでに一時停止されています。",
  "said|{name} is not suspended.": "{name}さんは一時停止されていません。",
  "said|Choose a time within the next {count} years": "今後{count}年以内の日時を選んでください",
  "said|You cannot give the role {saidRole}: it allows more than you may do.":
    "ロール「{saidRole}」は割り当てられません。あなたの権限を超えています。",
  "said|{name} has already accepted an invitation.": "{name}さんはすでに招待を承諾しています。",
  "said|At most {count} rows are changed at once; narrow the filter.":
    "一度に変更できるのは{count, number}行までです。フィルターを絞り込んでください。",
  "said|{name} is not in the trash.": "{name}さんはゴミ箱にありません。",
  "said|{name} is in the trash.": "{name}さんはゴミ箱にあります。",
  "said|There is no role {role}": "ロール「{role}」はありません",
  "said|{name} is not active: nobody can act in their name.":
    "{name}さんは有効ではないため、代理で操作することはできません。",
  "said|You are acting as {name}, and this is done only as oneself. End the impersonation first.":
    "現在{name}さんとして操作中です。この操作は本人としてのみ行えます。先に代理操作を終了してください。",
  "said|Use an address at {domains}": "{domains}のアドレスを使用してください",
  "said|At most {count} invitations go out in an hour. Try again in {minutes} min.":
    "1時間に送れる招待は{count, number}件までです。{minutes}分後にもう一度お試しください。",
  "said|Too many attempts. Try again in {minutes} min.":
    "試行回数が多すぎます。{minutes}分後にもう一度お試しください。",
  "said|Nobody has the address {email}.": "{email}というアドレスの人はいません。",
  "said|{email} has not accepted the invitation yet.": "{email}はまだ招待を承諾していません。",
  "said|Use at least {count} characters": "{count}文字以上にしてください",
  "said|{program} on {system}": "{system}の{program}",
  "said|You have {count} views already. Delete one first.":
    "ビューはすでに{count}個あります。先に1つ削除してください。",
  "said|{path} has changed again since": "{path}はその後また変更されています",
  "said|Changed again since: {paths}. Take back the later edit first.":
    "その後また変更されています: {paths}。先に後の変更を元に戻してください。",
  "said|Use at most {count} conditions": "条件は{count}個までです",
  "said|Nest groups at most {count} deep": "グループの入れ子は{count}段までです",
  "said|Somebody else changed {what} meanwhile. Look at their changes, then try again.":
    "ほかの人が{what}を変更しました。変更内容を確認してから、もう一度お試しください。",
  "1 user holds this role. Give them another one first.":
    "1人のユーザーがこのロールを持っています。先に別のロールを割り当ててください。",
  "said|{count} users hold this role. Give them another one first.":
    "{count, number}人のユーザーがこのロールを持っています。先に別のロールを割り当ててください。",
  "1 user holds this role (1 in the trash). Give them another one or purge them first.":
    "1人のユーザーがこのロールを持っています（ゴミ箱に1人）。先に別のロールを割り当てるか、完全に削除してください。",
  "said|{count} users hold this role ({trashed} in the trash). Give them another one or purge them first.":
    "{count, number}人のユーザーがこのロールを持っています（ゴミ箱に{trashed, number}人）。先に別のロールを割り当てるか、完全に削除してください。",
  "said|This address answers {methods}.": "このアドレスが応答するのは{methods}です。",
  "said|{procedure} answers {method}.": "{procedure}が応答するのは{method}です。",
  "said|{procedure} takes no Idempotency-Key: {reason}.":
    "{procedure}はIdempotency-Keyを受け付けません: {reason}。",
  "said|A batch holds at most {count} calls.":
    "1つのバッチに含められる呼び出しは{count}件までです。",
  "said|The body is larger than {bytes} bytes.": "本文が{bytes, number}バイトを超えています。",
  "said|Too many requests. Try again in {seconds} s.":
    "リクエストが多すぎます。{seconds}秒後にもう一度お試しください。",
  "said|Nothing is removed from an audit log that does not verify: {count} problem(s), see npm run cli -- verify-audit":
    "検証に失敗した監査ログからは何も削除されません: 問題{count}件、npm run cli -- verify-audit を参照してください",
  "You cannot suspend yourself.": "自分自身を一時停止することはできません。",
  "You cannot impersonate yourself.": "自分自身の代理操作はできません。",
  "Somebody else changed this user meanwhile.": "ほかの人がこのユーザーを変更しました。",
  "You cannot delete yourself.": "自分自身を削除することはできません。",
  "said|The payload does not fit {job}.": "ペイロードが{job}に合いません。",
};

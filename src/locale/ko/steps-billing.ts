import type { Translations } from '../translations.ts';

/** Budgets, and the switches of the billing console. */
export const stepsBilling: Translations = {
  'Billing alerts': '결제 알림',
  'A stolen key runs up a bill. An email warns you before the bill comes.':
    '누가 키를 훔쳐 쓰면 요금이 쌓입니다. 청구서가 오기 전에 이메일로 알려 줍니다.',
  'none, so a stolen key could spend unnoticed': '없음(누가 키를 훔쳐 써도 알 수 없음)',
  'none that warns you in time; found only {names}': '제때 알려 주는 예산 없음. 있는 예산: {names}',
  '{now}; other budgets: {names}': '{now}. 다른 예산: {names}',
  'billing alerts': '결제 알림',
  '{addresses}: {warnings}': '{addresses}: {warnings}',
  'Billing dashboard': '결제 대시보드',
  'no limit': '지출 한도 없음',
  'alerts only warn: AWS never stops spending': '알림만 오며, AWS가 지출을 막지는 않음',
  '{monthly}; {early}': '{monthly}, {early}',
  'no monthly budget': '월 예산 없음',
  'no early warning': '조기 알림 없음',
  '{name} does not count all costs': '{name} 예산은 모든 비용을 집계하지 않음',
  '{amount} a month, with only {n} of {all} alerts': '월 {amount}, 알림 {all}개 중 {n}개만 있음',
  'at {percents} % of {amount} a month': '월 {amount}의 {percents}% 사용 시',
  '{name} sends no early warning': '{name} 예산은 조기 알림을 보내지 않음',
  '{name} ({why})': '{name} ({why})',
  '{names}, {name}': '{names}, {name}',
  '{name} sends no alerts now: {why}': '{name} 예산은 지금 알림을 보내지 않음: {why}',
  'starts on {day}': '{day}에 시작됨',
  'ended on {day}': '{day}에 끝남',
  'AWS cannot calculate its costs: {reason}': 'AWS가 비용을 계산할 수 없음: {reason}',
  'counts only the billing view {view}': '결제 보기(billing view) {view}의 비용만 집계함',
  alerts: '알림',
  'sent from now on': '지금부터 보냄',
  'Make the existing budget {name} send alerts from now on':
    '이미 있는 {name} 예산이 지금부터 알림을 보내게 하기',
  'above {amount}': '{amount} 초과 시',
  'Monthly budget in US dollars? AWS emails you at 50, 80 and 100 %.':
    '월 예산(USD)을 얼마로 할까요? 50%, 80%, 100%에서 AWS가 이메일을 보냅니다.',
  'Send an early warning above:': '한 달 비용이 얼마를 넘으면 미리 알릴까요?',
  '$1 a month': '월 $1',
  "$0.01 a month (the trail's log files alone cost more)":
    '월 $0.01(추적의 로그 파일만으로도 넘음)',
  'Email addresses for the alerts? Up to 10, separated by commas.':
    '알림을 받을 이메일 주소를 입력하십시오. 쉼표로 구분해 10개까지 쓸 수 있습니다.',
  'Enter at least one address.': '주소를 하나 이상 입력하십시오.',
  'AWS allows {n} addresses at most.': 'AWS에는 주소를 {n}개까지만 등록할 수 있습니다.',
  '{odd} is not an email address.': '이메일 주소가 아닙니다: {odd}',
  'Email you {when}': '{when} 이메일 보내기',
  'Email {who} {when}': '{when} {who} 주소로 이메일 보내기',
  'when a month costs more than {threshold}': '한 달 비용 {threshold} 초과 시',
  'at 50, 80 and 100 % of {amount} a month, and when the forecast exceeds it':
    '월 {amount}의 50%, 80%, 100% 사용 시와 예측 초과 시',
  'Billing and Cost Management console > Budgets > {name} > Delete':
    '결제 및 비용 관리 콘솔 > 예산 > {name} > 삭제',
  'Billing and Cost Management console > Budgets > {name} > Edit':
    '결제 및 비용 관리 콘솔 > 예산 > {name} > 편집',
  'Change the existing budget {name}': '이미 있는 {name} 예산 변경',
  '{amount}, different each month': '{amount}(달마다 다름)',
  'not counted yet': '아직 집계되지 않음',
  'budgeted amount': '예산 금액',
  counts: '집계 대상',
  'not all costs': '일부 비용',
  'all costs of a month': '한 달의 모든 비용',
  'credits and refunds': '크레딧과 환불',
  subtracted: '비용에서 뺌',
  'left out': '제외',
  'spent this month': '이번 달 지출',
  'recalculated within a day': '하루 안에 다시 계산됨',
  'Add an alert to {name}: email you at {threshold}':
    '{name} 예산에 알림 추가: {threshold}에 이르면 이메일 보내기',
  'Add an alert to {name}: email {addresses} at {threshold}':
    '{name} 예산에 알림 추가: {threshold}에 이르면 {addresses} 주소로 이메일 보내기',
  'Add {email} to the alert of {name} at {threshold}':
    '{name} 예산의 {threshold} 알림을 {email} 주소로도 보내기',
  '{n} %': '{n}%',
  'a forecast of {n} %': '예측 기준 {n}%',

  'Billing console': '결제 콘솔',
  'You want to see your bills, and get them by email, without signing in as root.':
    '루트 사용자로 로그인하지 않고도 청구서를 보고 이메일로 받을 수 있게 합니다.',
  'three console settings': '콘솔 설정 세 가지',
  'Let the administrator see the bills, so that you do not need root for it':
    '관리자도 청구서를 볼 수 있게 하기(루트 로그인 없이)',
  'the same page > Edit > clear "Activate IAM Access"':
    '같은 페이지 > 편집 > "IAM 액세스 활성화" 선택 해제',
  'Under "IAM user and role access to Billing information", choose "Edit".':
    '"결제 정보에 대한 IAM 사용자 및 역할 액세스"(IAM user and role access to Billing information)에서 "편집"을 선택합니다.',
  'Select "Activate IAM Access", then choose "Update".':
    '"IAM 액세스 활성화"(Activate IAM Access)를 선택한 뒤 "업데이트"를 선택합니다.',
  'Get each invoice by email, and an email before something stops being free':
    '인보이스와, 무료 사용량이 끝나기 전의 알림을 이메일로 받기',
  'the same page > "Invoice delivery preferences" or "Alert preferences" > Edit':
    '같은 페이지 > "인보이스 전송 기본 설정"(Invoice delivery preferences) 또는 "알림 기본 설정"(Alert preferences) > 편집',
  'Under "Invoice delivery preferences", choose "Edit".':
    '"인보이스 전송 기본 설정"(Invoice delivery preferences)에서 "편집"을 선택합니다.',
  'Select PDF invoices by email, then choose "Update".':
    'PDF 인보이스를 이메일로 받도록 선택한 뒤 "업데이트"를 선택합니다.',
  'Under "Alert preferences", choose "Edit".':
    '"알림 기본 설정"(Alert preferences)에서 "편집"을 선택합니다.',
  'Select the AWS Free Tier alerts if they are not selected yet, then choose "Update".':
    'AWS 프리 티어 알림이 꺼져 있으면 선택한 뒤 "업데이트"를 선택합니다.',

  'Cost anomalies': '이례적인 비용',
  'A budget warns of the whole bill. AWS also learns what each service usually costs, and can mail you the day after one costs more.':
    '예산은 청구 금액 전체를 기준으로 알립니다. AWS는 서비스마다 평소 비용도 학습하므로, 평소보다 많이 나오면 다음 날 이메일을 받을 수 있습니다.',
  'none, so you hear of an unusual cost only by a budget':
    '없음(이례적인 비용을 예산 알림으로만 알 수 있음)',
  'a daily email if a service costs {amount} more than usual':
    '서비스별로 평소보다 {amount} 더 나오면 하루 한 번 이메일',
  'at once if a service costs {amount} more than usual':
    '서비스별로 평소보다 {amount} 더 나오면 바로 알림',
  '{name} does not watch each service': '{name}[은/는] 서비스마다 살피지 않음',
  'nobody hears {name}': '{name} 알림을 받는 사람이 없음',
  '{name} tells you once a week': '{name}[은/는] 일주일에 한 번만 알림',
  '{name} has a condition that Rootlock does not know': '{name}에 Rootlock이 모르는 조건이 있음',
  'only from {amount} and {percent} % on, by {name}':
    '{amount}와 {percent}%를 모두 넘어야 알림({name})',
  'only from {amount} on, by {name}': '{amount}를 넘어야 알림({name})',
  'How many US dollars more than usual before AWS emails you?':
    '평소보다 몇 달러(USD) 더 나오면 AWS가 이메일을 보낼까요?',
  'Email address for unusual costs?': '이례적인 비용을 알릴 이메일 주소를 입력하십시오.',
  'Let AWS learn what each service usually costs': 'AWS가 서비스마다 평소 비용을 학습하게 하기',
  'Billing and Cost Management console > Cost Anomaly Detection > Cost monitors > {name} > Delete':
    '결제 및 비용 관리 콘솔 > 비용 이상 탐지(Cost Anomaly Detection) > 비용 모니터(Cost monitors) > {name} > 삭제',
  'Billing and Cost Management console > Cost Anomaly Detection > Alert subscriptions > {name} > Delete':
    '결제 및 비용 관리 콘솔 > 비용 이상 탐지(Cost Anomaly Detection) > 알림 구독(Alert subscriptions) > {name} > 삭제',
  'Mail you daily if a service costs {amount} more than usual':
    '서비스별로 평소보다 {amount} 더 나오면 하루 한 번 이메일 보내기',
  'Email {address} daily if a service costs {amount} more than usual':
    '서비스별로 평소보다 {amount} 더 나오면 하루 한 번 {address} 주소로 이메일 보내기',
};

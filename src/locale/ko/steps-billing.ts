import type { Translations } from '../translations.ts';

/** Budgets, and the switches of the billing console. */
export const stepsBilling: Translations = {
  'Billing alerts': '결제 알림',
  'A stolen key is used to spend. An e-mail tells you before the bill does.':
    '키를 훔친 사람은 그 키로 요금을 발생시킵니다. 청구서가 오기 전에 이메일이 먼저 알려 줍니다.',
  'none, so a stolen key could spend unseen': '없음: 누가 키를 훔쳐 써도 알 수 없음',
  'none that would warn you in time; there is {names}':
    '제때 알려 줄 예산이 없음. 있는 예산: {names}',
  '{now}; also there: {names}': '{now}. 다른 예산: {names}',
  'your alerts': '결제 알림',
  '{warnings}, to {addresses}': '{warnings}. 받는 곳: {addresses}',
  'no cap': '알아 둘 것',
  'AWS counts up to three times a day, and stops nothing':
    'AWS는 하루에 많아야 세 번 집계하고, 사용을 막지 않음',
  '{monthly}; {early}': '{monthly}, {early}',
  'no monthly budget': '월 예산 없음',
  'no early warning': '조기 알림 없음',
  '{name} does not count all that is spent': '{name} 예산은 모든 지출을 세지 않음',
  '{amount} USD a month, with {n} of {all} alerts': '월 {amount} USD, 알림 {all}개 중 {n}개만 있음',
  'on the way to {amount} USD a month': '월 {amount} USD까지 단계별 알림',
  '{name} does not warn early': '{name} 예산은 일찍 알리지 않음',
  '{name} ({why})': '{name} ({why})',
  '{names}, {name}': '{names}, {name}',
  '{name} does not warn now: {why}': '{name} 예산은 지금 알리지 않음: {why}',
  'starts on {day}': '{day}에 시작됨',
  'ended on {day}': '{day}에 끝남',
  'AWS cannot count its costs: {reason}': 'AWS가 비용을 집계할 수 없음: {reason}',
  'counts only what the billing view {view} shows':
    '결제 보기(billing view) {view}의 비용만 집계함',
  warning: '알림',
  'from now on': '지금부터',
  'Let {name}, which is there already, warn from now on':
    '이미 있는 {name} 예산이 지금부터 알리게 하기',
  'early, above {amount} USD': '{amount} USD를 넘으면 조기 알림',
  'How many US dollars a month do you expect to spend at most? AWS warns at 50, 80 and 100 %.':
    '월 예산(USD)을 얼마로 할까요? 50%, 80%, 100%에서 AWS가 알립니다.',
  'When should the first warning of a month come?': '한 달 비용이 얼마를 넘으면 미리 알릴까요?',
  'once costs are above 1 USD': '1 USD를 넘으면',
  'once costs are above 0.01 USD: the log files of the trail alone do that':
    '0.01 USD를 넘으면 (추적의 로그 파일만으로도 알림이 옴)',
  'Which e-mail addresses should AWS warn? Up to ten, with commas between.':
    'AWS의 알림을 받을 이메일 주소를 입력하십시오. 쉼표로 나누어 10개까지 쓸 수 있습니다.',
  'One address at least, please.': '주소를 하나 이상 입력하십시오.',
  'AWS takes {n} addresses at most.': 'AWS는 주소를 {n}개까지 받습니다.',
  '{odd} is no e-mail address.': '이메일 주소가 아닙니다: {odd}',
  'E-mail {who} {when}': '{when} {who} 주소로 알림 보내기',
  'once a month costs more than {threshold} USD': '한 달 비용이 {threshold} USD를 넘으면',
  'at 50, 80 and 100 % of {amount} USD a month, and when the forecast exceeds it':
    '월 {amount} USD의 50%, 80%, 100%를 쓰거나 예측이 그 금액을 넘으면',
  'Billing console, Budgets, {name}, Delete': '결제 및 비용 관리 콘솔 > 예산 > {name} > 삭제',
  'Billing console, Budgets, {name}, Edit': '결제 및 비용 관리 콘솔 > 예산 > {name} > 편집',
  'Change {name}, which is there with other figures': '이미 있는 {name} 예산의 값 바꾸기',
  '{amount} USD': '{amount} USD',
  '{amount} USD, not the same each month': '{amount} USD (달마다 다름)',
  'not counted yet': '아직 집계되지 않음',
  '{n} USD': '{n} USD',
  limit: '한도',
  counts: '집계 대상',
  'something else': '다른 것',
  'all costs of a month': '한 달의 모든 비용',
  'credits and refunds': '크레딧과 환불',
  'hide what is spent': '지출을 가림',
  'left out': '제외',
  'spent this month': '이번 달 지출',
  'counted anew, shown within a day': '다시 집계해 하루 안에 표시',
  'Warn {addresses} at {threshold} of {name}, too':
    '{name} 예산이 {threshold}에 이를 때도 {addresses} 주소로 알림 보내기',
  'Warn {email}, too, at {threshold} of {name}':
    '{name} 예산이 {threshold}에 이르면 {email} 주소로도 알림 보내기',
  '{n} %': '{n}%',
  'a forecast of {n} %': '예측 기준 {n}%',

  'Billing console': '결제 콘솔',
  'The bill should be seen by the administrator, and reach you, without root signing in.':
    '루트 사용자로 로그인하지 않아도 관리자가 청구서를 볼 수 있고, 청구서를 받을 수 있어야 합니다.',
  'three switches that only the console shows, one of them to root alone':
    '콘솔에만 있는 설정 세 가지, 하나는 루트 사용자 전용',
  'Let the administrator see the bill, so that root need not sign in for it':
    '관리자가 청구서를 볼 수 있게 하기 (루트 사용자로 로그인할 필요가 없도록)',
  'the same page, Edit, without "Activate IAM Access"':
    '같은 페이지 > 편집 > "IAM 액세스 활성화" 선택 해제',
  'Open the page below, signed in as the root user: nobody else may.':
    '루트 사용자로 로그인해서 아래 페이지를 엽니다. 다른 사용자는 할 수 없습니다.',
  'At "IAM user and role access to Billing information" choose "Edit".':
    '"결제 정보에 대한 IAM 사용자 및 역할 액세스"(IAM user and role access to Billing information)에서 "편집"을 선택합니다.',
  'Choose "Activate IAM Access", then "Update".':
    '"IAM 액세스 활성화"(Activate IAM Access)를 선택한 뒤 "업데이트"를 선택합니다.',
  'Have each invoice come by e-mail as a PDF, so that no bill goes unread':
    'PDF 인보이스를 이메일로 받기 (청구서를 놓치지 않도록)',
  'the same page, "Invoice delivery preferences", Edit':
    '같은 페이지 > "인보이스 전송 기본 설정"(Invoice delivery preferences) > 편집',
  'Open the page below.': '아래 페이지를 엽니다.',
  'At "Invoice delivery preferences" choose "Edit".':
    '"인보이스 전송 기본 설정"(Invoice delivery preferences)에서 "편집"을 선택합니다.',
  'Choose PDF invoices by e-mail, then "Update".':
    'PDF 인보이스를 이메일로 받도록 선택한 뒤 "업데이트"를 선택합니다.',
  'Have AWS write before something stops being free: at 85 % of each free allowance':
    '무료 사용량이 끝나기 전에 AWS의 이메일 받기 (각 무료 한도의 85%에서)',
  'the same page, "Alert preferences", Edit':
    '같은 페이지 > "알림 기본 설정"(Alert preferences) > 편집',
  'At "Alert preferences" choose "Edit".':
    '"알림 기본 설정"(Alert preferences)에서 "편집"을 선택합니다.',
  'Choose the AWS Free Tier alerts, if they are not on yet, then "Update".':
    'AWS 프리 티어 알림이 꺼져 있으면 선택한 뒤 "업데이트"를 선택합니다.',
};

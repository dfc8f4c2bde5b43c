import type { Translations } from '../translations.ts';

/** The alerts: the topic, its subscribers and its rules. */
export const stepsAlerts: Translations = {
  'Sign-in alerts': '로그인 알림',
  'You get an email when root signs in or somebody creates a new way in. What you and Rootlock do yourselves sends one too.':
    '루트 사용자가 로그인하거나 누군가 새 로그인 방법을 만들면 이메일을 받습니다. 본인이나 Rootlock이 한 일도 이메일로 옵니다.',
  'none, so nobody notices when root signs in': '없음(루트 사용자가 로그인해도 알 수 없음)',
  'sign-in alerts': '로그인 알림',
  'to {addresses}': '받는 곳: {addresses}',
  'AWS does not say which regions are on.': '어느 리전이 켜져 있는지 AWS에서 읽을 수 없습니다.',
  'Trail alerts': '추적 알림',
  'Whoever breaks in stops the trail first. You get an email when somebody changes it.':
    '침입자는 추적부터 중지합니다. 누군가 추적을 바꾸면 이메일을 받습니다.',
  'none, so the trail could be stopped unnoticed': '없음(추적이 중지되어도 알 수 없음)',

  'your own rules send them': '이미 있는 규칙이 보내고 있음',
  'no email arrives until {addresses} confirms': '{addresses} 확인 전에는 이메일이 오지 않음',
  'nobody gets the emails': '이메일을 받는 사람 없음',
  'only {there} of {all} rules are in place': '규칙 {all}개 중 {there}개만 있음',
  'emails to {addresses}': '받는 곳: {addresses}',

  "Email address for the alerts? Not root's own mailbox: whoever takes over root could delete them there.":
    '알림을 받을 이메일 주소를 입력하십시오. 루트 사용자의 메일함은 피하십시오. 루트 사용자를 빼앗은 사람이 거기서 알림을 읽고 지울 수 있습니다.',
  'Enter one address.': '주소를 하나만 입력하십시오.',
  '{addresses} has not confirmed yet. What will you do?':
    '{addresses} 주소가 아직 확인되지 않았습니다. 어떻게 할까요?',
  'I choose "Confirm subscription" in the email': '이메일에서 "Confirm subscription"을 선택하기',
  'I paste the link of the email here': '이메일의 링크를 여기에 붙여넣기',
  'send the email again, or to another address': '이메일을 다시 보내기(다른 주소도 가능)',
  'Send the alerts to you; first, AWS emails you a link to confirm':
    '알림 받기(먼저 AWS가 확인 링크를 이메일로 보냄)',
  'Send the alerts to {address}; first, AWS emails a link to confirm':
    '{address} 주소로 알림 보내기(먼저 AWS가 확인 링크를 이메일로 보냄)',
  'Confirm in the email that AWS sends you': 'AWS가 보낸 이메일로 확인하기',
  'Confirm in the email that AWS sends to {addresses}':
    'AWS가 {addresses} 주소로 보낸 이메일로 확인하기',
  'the topic {name}, which shows who has confirmed,':
    '어느 주소가 확인을 마쳤는지 보여 주는 {name} 주제',
  'Open the email "AWS Notification - Subscription Confirmation". It may be among the spam.':
    '"AWS Notification - Subscription Confirmation" 이메일을 엽니다. 스팸함에 있을 수도 있습니다.',
  "Once confirmed, you get emails about Rootlock's own changes too.":
    '확인한 뒤에는 Rootlock이 바꾸는 것도 이메일로 옵니다.',
  'Choose "Confirm subscription" in it, within two days.':
    '이틀 안에 이메일에서 "Confirm subscription"을 선택합니다.',
  'No email? Leave this step and come back: you can send it again.':
    '이메일이 오지 않으면 이 단계에서 나갔다가 다시 시작하십시오. 다시 보낼 수 있습니다.',
  'Confirm with the link of the email': '이메일의 링크로 확인하기',
  'Paste the link behind "Confirm subscription".':
    '"Confirm subscription"의 링크를 붙여넣으십시오.',
  'That is not the link. It begins with https://sns. and has "Token=" in it.':
    '그 링크가 아닙니다. 링크는 https://sns. 로 시작하고 "Token="이 들어 있습니다.',
  'That is the link of another topic: this one is {arn}.':
    '다른 주제의 링크입니다. 이 주제는 {arn}입니다.',
  'Send the email again': '이메일 다시 보내기',
  'To which address?': '어느 주소로 보낼까요?',
  'SNS console > Topics > {name} > Subscriptions > Delete':
    'SNS 콘솔 > 주제 > {name} > 구독 > 삭제',

  'Create the topic {name} in {region}, which sends the alerts':
    '알림을 보내는 {name} 주제를 {region} 리전에 만들기',
  'Create the topic {name} in {region}, unless other alerts have made it':
    '{name} 주제를 {region} 리전에 만들기(다른 알림 단계에서 만들지 않았을 때)',
  'Send the alerts to you, unless others are sent by then; first, AWS emails you a link':
    '알림 받기(다른 알림을 이미 받고 있지 않을 때, 먼저 AWS가 확인 링크를 이메일로 보냄)',
  'SNS console > Topics > {name} > Delete': 'SNS 콘솔 > 주제 > {name} > 삭제',
  'Let rules and alarms of this account publish to {name}':
    '이 계정의 규칙과 경보가 {name} 주제로 알림을 보내게 하기',
  policy: '정책',
  '{n} statements': '문 {n}개',
  'SNS console > Topics > {name} > Edit > Access policy':
    'SNS 콘솔 > 주제 > {name} > 편집 > 액세스 정책',
  'Stop encrypting {name} with a key that rules and alarms cannot use':
    '규칙과 경보가 쓸 수 없는 키로 {name} 주제를 암호화하지 않기',
  'SNS console > Topics > {name} > Edit > Encryption': 'SNS 콘솔 > 주제 > {name} > 편집 > 암호화',

  'Let rules and alarms use the key of {name}, or no email is sent':
    '규칙과 경보가 {name} 주제의 키를 쓸 수 있게 하기(아니면 이메일이 가지 않음)',
  'the list of KMS keys': 'KMS 키 목록',
  'Open the key {key}, then "Key policy".': '{key} 키를 열고 "키 정책"을 봅니다.',
  '{services} must be allowed {actions} there.': '{services}에 {actions} 권한이 있어야 합니다.',
  'No condition on aws:SourceArn or aws:SourceAccount may stand there: EventBridge sends neither.':
    '거기에 aws:SourceArn이나 aws:SourceAccount 조건이 있으면 안 됩니다. EventBridge는 둘 다 보내지 않습니다.',
  'A filter on the subscription of {addresses} may keep alerts back.':
    '{addresses} 구독에 필터가 있어 알림이 가지 않을 수 있습니다.',
  'SNS console > Topics > {name} > Subscriptions > Edit > Subscription filter policy':
    'SNS 콘솔 > 주제 > {name} > 구독 > 편집 > 구독 필터 정책',
  'Switch the filter off, or confirm a subscription without one, then run Rootlock again.':
    '필터를 끄거나 필터 없는 구독을 확인한 뒤 Rootlock을 다시 실행하십시오.',
  'This account cannot use us-east-1, where root signs in: nobody would be told of it.':
    '이 계정은 us-east-1을 쓸 수 없습니다. 루트 사용자는 거기서 로그인하므로 아무도 알림을 받지 못합니다.',
  'Ask whoever manages the organization to allow EventBridge and IAM in us-east-1.':
    '조직을 관리하는 사람에게 us-east-1에서 EventBridge와 IAM을 허용해 달라고 하십시오.',

  'Create the role {name}, which brings events to the region of the alerts':
    '이벤트를 알림 리전으로 넘기는 {name} 역할 만들기',
  'IAM console > Roles > {name} > Delete': 'IAM 콘솔 > 역할 > {name} > 삭제',
  'Let EventBridge alone, for this account, use the role {name}':
    '이 계정의 EventBridge만 {name} 역할을 쓸 수 있게 하기',
  'IAM console > Roles > {name} > Trust relationships > Edit':
    'IAM 콘솔 > 역할 > {name} > 신뢰 관계 > 편집',
  'Let the role {name} send events to {region}, and nothing else':
    '{name} 역할로는 {region} 리전에 이벤트만 보낼 수 있게 하기',
  'IAM console > Roles > {name} > Permissions > Edit': 'IAM 콘솔 > 역할 > {name} > 권한 > 편집',
  'Watch for "{what}"': '"{what}" 감시하기',
  'Alert by email: "{what}"': '이메일로 알리기: "{what}"',
  'Watch for them in {region} too': '{region} 리전에서도 감시하기',
  'Hand on such events to {hub} from {regions}':
    '{regions} 리전에서 이런 이벤트를 {hub} 리전으로 넘기기',
  'Hand them on from {region} to {hub}': '{region} 리전에서 {hub} 리전으로 넘기기',
  'rule {name}': '{name} 규칙',
  'matches other events': '다른 이벤트를 감시함',
  off: '꺼짐',
  'as Rootlock makes it': 'Rootlock의 설정',
  '{status}. No email for each log file until {addresses} confirms':
    '{status}. {addresses} 확인 전에는 로그 파일 이메일이 오지 않음',
  '{status}. The topic {name} is told of no log file: {error}':
    '{status}. {name} 주제로 로그 파일 알림이 가지 않음: {error}',
  '{status}. The topic {name} is told of each log file':
    '{status}. 로그 파일마다 {name} 주제로 알림이 감',
  'for each log file, once {addresses} confirms in the email that AWS has sent':
    '로그 파일마다. 먼저 AWS가 {addresses} 주소로 보낸 이메일에서 확인해야 합니다',
  'Send an email for each log file of the trail {name}':
    '{name} 추적의 로그 파일마다 이메일 보내기',
  emails: '이메일',
  'up to {n} a day for each region, none while nothing happens there':
    '리전마다 하루 최대 {n}통, 아무 일도 없는 동안은 없음',
  'up to {n} a day for each region, none while nothing happens there; up to {all} for all {regions} regions':
    '리전마다 하루 최대 {n}통, 아무 일도 없는 동안은 없음. 리전 {regions}개 전체로는 최대 {all}통',
  '1,000 emails a month are free, then $2 per 100,000':
    '한 달에 1,000통까지 무료, 그다음 100,000통에 $2',
  'Email address for these? A mailbox that you can filter is best.':
    '받을 이메일 주소를 입력하십시오. 이메일을 분류할 수 있는 메일함이 좋습니다.',
  'There is a topic {name} already, with other settings: it is left as it is.':
    '{name} 주제가 다른 설정으로 이미 있습니다. 그대로 둡니다.',
  'EventBridge console > Rules > {name} > Delete': 'EventBridge 콘솔 > 규칙 > {name} > 삭제',
};

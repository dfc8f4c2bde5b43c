import type { Translations } from '../translations.ts';

/** The trail, and the bucket for its files. */
export const stepsTrail: Translations = {
  CloudTrail: 'CloudTrail',
  'It records who did what, for longer than the 90 days that AWS keeps, and nobody can change the record unnoticed.':
    '누가 무엇을 했는지, AWS가 기본으로 보관하는 90일보다 오래 기록합니다. 이 기록은 아무도 몰래 바꿀 수 없습니다.',
  '5 to 20 cents a month, more if busy': '월 $0.05~0.20, 많이 쓰면 더',
  'none, so AWS keeps records for 90 days only': '없음(90일이 지난 기록은 남지 않음)',
  '{name} records all regions; no log file yet': '{name}[이/가] 모든 리전 기록 중, 로그 아직 없음',
  '{name} records all regions; last log file {time}':
    '{name}[이/가] 모든 리전 기록 중, 마지막 로그 {time}',
  '{where}': '{where}',
  'your logs': '로그 위치',
  folder: '폴더',
  'Bucket for the logs? A new one is best; for a folder in it, add /folder. You have: {others}':
    '로그를 저장할 버킷을 입력하십시오. 새 버킷이 가장 좋습니다. 폴더에 저장하려면 /폴더를 붙이십시오. 이미 있는 버킷: {others}',
  'Name of the new bucket for the logs? For a folder in it, add /folder.':
    '로그를 저장할 새 버킷의 이름을 입력하십시오. 폴더에 저장하려면 /폴더를 붙이십시오.',
  'Name the bucket with 3 to 63 lowercase letters, digits and hyphens, no hyphen at an end.':
    '버킷 이름은 영문 소문자, 숫자, 하이픈으로 3~63자입니다. 하이픈으로 시작하거나 끝날 수 없습니다.',
  'S3 keeps names for itself that begin or end like {name}. Choose another name.':
    '{name}처럼 시작하거나 끝나는 이름은 S3가 따로 씁니다. 다른 이름을 고르십시오.',
  'Folder in that bucket? Leave empty for none.':
    '버킷 안의 폴더를 입력하십시오. 폴더를 쓰지 않으려면 비워 두십시오.',
  'Use letters, digits and . _ - with / between folders, 200 characters at most.':
    '영문자, 숫자와 . _ - 를 쓰고 폴더 사이를 / 로 나누십시오. 200자까지 쓸 수 있습니다.',
  'Delete log files in that bucket after how many days? 0 means never.':
    '그 버킷의 로그 파일을 며칠 뒤에 삭제할까요? 0을 입력하면 삭제하지 않습니다.',
  'Enter 0 for never, or at least {days} days.': '0(삭제 안 함) 또는 {days}일 이상을 입력하십시오.',
  'Keep log files for how many days?': '로그 파일을 며칠 동안 보관할까요?',

  'Create the bucket {name}': '{name} 버킷 만들기',
  'S3 console > {name} > Empty, then Delete': 'S3 콘솔 > {name} > 비우기, 그다음 삭제',
  'the bucket': '버킷',
  'the bucket {name}': '{name} 버킷',
  'Block public access to {place}': '{place}의 퍼블릭 액세스 차단',
  'Disable access control lists (ACLs) in {place}': '{place}의 액세스 제어 목록(ACL) 비활성화',
  'Encrypt new files in {place}': '{place}에 새로 저장되는 파일 암호화',
  'Turn on versioning in {place}': '{place}의 버전 관리 켜기',
  'Delete CloudTrail log files in {place} after {days} days':
    '{place}에 있는 CloudTrail 로그 파일을 {days}일 뒤에 삭제',
  'Delete only CloudTrail log files in {place}, not those of other services':
    '{place}에서 CloudTrail 로그 파일만 삭제하고 다른 서비스의 파일은 삭제하지 않기',
  'never deleted': '삭제하지 않음',
  'deleted after {days} days': '{days}일 뒤 삭제',
  'their old versions': '로그 파일의 이전 버전',
  'files already older': '이미 더 오래된 파일',
  'deleted at once': '바로 삭제',
  'unknown number of files': '몇 개인지 알 수 없음',
  'at least {count} files': '최소 {count}개',
  '{count} files': '{count}개',
  'all in {folders}': '{folders} 전체',
  '{folders}': '{folders}',
  'S3 console > {name} > {tab}. Files deleted by then are lost.':
    'S3 콘솔 > {name} > {tab}. 그때까지 삭제된 파일은 되돌릴 수 없습니다.',
  'public access': '퍼블릭 액세스',
  possible: '가능',
  'blocked by S3': '차단',
  ACLs: 'ACL',
  enabled: '활성화',
  'disabled: only the bucket policy counts': '비활성화: 버킷 정책만 적용',
  encryption: '암호화',
  'SSE-S3 (AES-256)': 'S3 관리형 키(SSE-S3, AES-256)',
  'old versions': '이전 버전',
  'not kept': '보관하지 않음',
  'kept (costs storage)': '보관(저장 비용 발생)',
  '{json}': '{json}',
  unchanged: '그대로',
  'Remove the public statement from the bucket policy of {name}: {statements}':
    '{name} 버킷의 정책에서 모두에게 공개하는 문 제거: {statements}',
  'Under "Bucket policy", choose "Edit" and remove the public statement: {statements}.':
    '"버킷 정책"에서 "편집"을 선택해 모두에게 공개하는 문을 제거하십시오: {statements}',
  'If something needs it, such as a website, choose another bucket.':
    '웹 사이트처럼 그 문이 필요한 곳이 있으면 다른 버킷을 선택하십시오.',
  'Allow only this trail to write to {place}, over TLS':
    '이 추적만 {place}에 쓸 수 있게 하기(TLS로만)',
  'Allow this trail to write to {place}, and require TLS for everybody':
    '이 추적이 {place}에 쓸 수 있게 하고, 모두 TLS로만 연결하게 하기',
  'other statements': '다른 문',
  '{others}, unchanged': '{others}, 그대로',
  'S3 console > {name} > {tab}': 'S3 콘솔 > {name} > {tab}',
  Permissions: '권한',
  Properties: '속성(Properties)',
  Management: '관리(Management)',

  'Create the trail {name}': '{name} 추적 만들기',
  'CloudTrail console > Trails > {name} > Delete': 'CloudTrail 콘솔 > 추적 > {name} > 삭제',
  'Complete the settings of the trail {name}': '{name} 추적의 빠진 설정 채우기',
  'CloudTrail console > Trails > {name} > Edit': 'CloudTrail 콘솔 > 추적 > {name} > 편집',
  'Record all management events with the trail {name}': '{name} 추적에 모든 관리 이벤트 기록하기',
  'Also record the events of {services} with {name}': '{name} 추적에 {services} 이벤트도 기록하기',
  'all management events except those of {services}': '{services} 이벤트를 제외한 모든 관리 이벤트',
  'none for these': '이 이벤트에는 없음',
  'S3 storage, and about $2 per 100,000 events if this is not the first copy; these can be most of your events':
    'S3 저장 비용, 첫 번째 사본이 아니면 이벤트 100,000건에 약 $2. 전체 이벤트의 대부분일 수 있음',
  recording: '기록',
  on: '켜짐',
  'Start the trail {name}': '{name} 추적 시작',
  'CloudTrail console > Trails > {name} > Stop logging':
    'CloudTrail 콘솔 > 추적 > {name} > 로깅 중지(Stop logging)',
  bucket: '버킷',
  regions: '리전',
  one: '한 곳',
  all: '전체',
  events: '이벤트',
  'kept for 90 days': '90일 동안 보관',
  'some left out': '일부 빠짐',
  'all management events, read and write': '모든 관리 이벤트(읽기와 쓰기)',
  'IAM and sign-in': 'IAM과 로그인',
  recorded: '기록함',
  'log files': '로그 파일',
  'can be changed unnoticed': '몰래 바꿀 수 있음',
  'validated, so tampering is detectable': '검증됨(바꾸거나 지우면 드러남)',
  cost: '비용',
  'first copy of events: free': '이벤트의 첫 번째 사본: 무료',
  '{others} records them too: about $2 per 100,000 events for the second copy':
    '{others}도 기록 중: 두 번째 사본은 이벤트 100,000건에 약 $2',
  '{others} may record them too: then about $2 per 100,000 events for the second copy':
    '{others}도 기록 중일 수 있음: 그러면 두 번째 사본은 이벤트 100,000건에 약 $2',
  'Make {name} deliver log files again: {cause}':
    '{name} 추적이 로그 파일을 다시 전송하게 하기: {cause}',
  'Open the trail {name} and look at "Last log file delivered".':
    '{name} 추적을 열고 "마지막으로 전송된 로그 파일"(Last log file delivered)을 봅니다.',
  '{cause} ({error})': '{cause}({error})',
  'S3 reports {error}': 'S3의 오류: {error}',
  'its bucket no longer exists': '버킷이 없음',
  'the bucket policy or key policy denies access to CloudTrail':
    '버킷 정책이나 키 정책이 CloudTrail의 액세스를 거부함',
  'its KMS key is disabled': 'KMS 키가 비활성화됨',
  'its KMS key cannot be used, or is pending deletion': 'KMS 키를 쓸 수 없거나 삭제 대기 중임',
  'its KMS key no longer exists': 'KMS 키가 없음',
  'its key policy denies access to CloudTrail': '키 정책이 CloudTrail의 액세스를 거부함',
  'its KMS key does not work': 'KMS 키가 작동하지 않음',
  'AWS has disabled S3 for the account that owns the bucket':
    'AWS가 버킷을 소유한 계정의 S3를 중지함',
  'S3 expects its bucket in another region': 'S3가 버킷을 다른 리전에서 찾음',
  'S3 is busy': 'S3가 혼잡함',
  'Enable the key again: KMS console > Customer managed keys.':
    'KMS 콘솔 > 고객 관리형 키에서 그 키를 다시 활성화하십시오.',
  'Wait an hour: AWS tries again by itself.':
    '한 시간 기다리십시오. AWS가 자동으로 다시 시도합니다.',
  'If this stays, choose another bucket: CloudTrail console > Trails > the trail > Edit.':
    '그대로이면 CloudTrail 콘솔 > 추적 > 해당 추적 > 편집에서 다른 버킷을 지정하십시오.',
  'Look for a Deny: S3 console > the bucket > Permissions > Bucket policy. Then in the key policy.':
    'S3 콘솔 > 해당 버킷 > 권한 > 버킷 정책에 Deny가 있는지 보고, 그다음 키 정책을 보십시오.',
  'Cancel the deletion of the key, or enable it: KMS console > Customer managed keys.':
    'KMS 콘솔 > 고객 관리형 키에서 그 키의 삭제를 취소하거나 키를 활성화하십시오.',
  'Choose another key, or none: CloudTrail console > Trails > the trail > Edit.':
    'CloudTrail 콘솔 > 추적 > 해당 추적 > 편집에서 다른 키를 지정하거나 키를 쓰지 않게 하십시오.',
  'Let cloudtrail.amazonaws.com use the key: KMS console > the key > Key policy.':
    'KMS 콘솔 > 해당 키 > 키 정책에서 cloudtrail.amazonaws.com이 키를 쓸 수 있게 하십시오.',
  'Check the key: KMS console > Customer managed keys.':
    'KMS 콘솔 > 고객 관리형 키에서 그 키를 확인하십시오.',
  'Look for unpaid bills, or ask AWS: https://console.aws.amazon.com/support':
    '미납 요금이 있는지 확인하거나 AWS에 문의하십시오: https://console.aws.amazon.com/support',
  'If you have just recreated the bucket, wait an hour. If not, choose another bucket for the trail.':
    '버킷을 방금 다시 만들었으면 한 시간 기다리고, 아니면 추적에 다른 버킷을 지정하십시오.',
  'The error goes away once AWS delivers the next file.': '다음 파일이 전송되면 오류가 사라집니다.',
  stopped: '중지됨',
  'log files are not delivered: {cause}': '로그 파일이 전송되지 않음: {cause}',
  'its settings cannot be read from here': '설정을 여기서는 읽을 수 없음',
  '{names}: the settings cannot be read from here': '{names}: 설정을 여기서는 읽을 수 없음',
  '{status}. {names}: the settings cannot be read from here':
    '{status}. {names}: 설정을 여기서는 읽을 수 없음',
  'records one region only': '한 리전만 기록함',
  'leaves out some events': '일부 이벤트를 기록하지 않음',
  'log file validation is off': '로그 파일 검증이 꺼져 있음',

  'access log': '액세스 로그',
  'Record who uses the bucket {name}': '{name} 버킷을 누가 사용하는지 기록',
  'within hours, to a bucket of its own': '몇 시간 안에, 따로 만든 버킷에',
  'its files': '그 로그 파일',
  'as that bucket says': '그 버킷의 설정대로',
  'S3 storage, usually less than 5 cents a month': 'S3 저장 요금, 보통 월 $0.05 미만',
  'S3 console > {name} > {tab} > Server access logging > Edit > Disable':
    'S3 콘솔 > {name} > {tab} > 서버 액세스 로깅 > 편집 > 비활성화',
};

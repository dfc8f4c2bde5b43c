import type { Translations } from '../translations.ts';

/** The trail, and the bucket for its files. */
export const stepsTrail: Translations = {
  CloudTrail: 'CloudTrail',
  'A record of who did what, kept longer than AWS’s 90 days, that shows if anybody, administrators too, changes it.':
    '누가 무엇을 했는지 AWS의 90일보다 오래 남기는 기록입니다. 관리자를 포함해 누가 고쳐도 드러납니다.',
  'about 0.05 to 0.20 USD a month in S3 for a quiet account; the first copy of the events is free':
    'S3에 월 약 0.05~0.20 USD (사용이 적은 계정). 이벤트의 첫 번째 사본은 무료',
  'no trail, so no record older than 90 days': '추적 없음: 90일이 지난 기록은 남지 않음',
  '{name} records all regions; the first file is awaited':
    '{name}: 모든 리전 기록 중, 첫 파일을 기다림',
  '{name} records all regions; last file {time}': '{name}: 모든 리전 기록 중, 마지막 파일 {time}',
  'last file {time}': '마지막 파일 {time}',
  'the first file comes within minutes, mostly': '첫 파일은 보통 몇 분 뒤',
  'your logs': '로그 위치',
  'Bucket for the logs? A new one is best; or one of yours: {others}':
    '로그를 어느 버킷에 저장할까요? 새 버킷이 가장 좋습니다. 이미 있는 버킷: {others}',
  'This account has no bucket of that name.': '이 계정에 그런 이름의 버킷이 없습니다.',
  'Folder in that bucket? Nothing for none.':
    '버킷 안의 폴더를 입력하십시오. 폴더를 쓰지 않으려면 비워 두십시오.',
  'Letters, digits and . _ - please, with / between, at most 200.':
    '영문자, 숫자와 . _ - 를 쓰고 사이를 / 로 나누십시오. 200자까지 쓸 수 있습니다.',
  'After how many days are log files in that bucket deleted? 0 for never.':
    '그 버킷의 로그 파일을 며칠 뒤에 삭제할까요? 삭제하지 않으려면 0을 입력하십시오.',
  '0 for never, or at least {days} days, please.':
    '0(삭제 안 함) 또는 {days}일 이상을 입력하십시오.',
  'How many days are log files kept?': '로그 파일을 며칠 동안 보관할까요?',

  'Create the bucket {name}': '{name} 버킷 만들기',
  'S3 console, {name}, Empty, then Delete': 'S3 콘솔 > {name} > 비우기, 그다음 삭제',
  'the bucket': '버킷',
  'the bucket {name}': '{name} 버킷',
  'Close {place} to the public': '{place}의 퍼블릭 액세스 차단',
  'Take access lists away from the files in {place}':
    '{place}에 있는 파일의 액세스 제어 목록(ACL) 없애기',
  'Encrypt what comes into {place}': '{place}에 들어오는 파일 암호화',
  'Keep what is deleted from {place}, or overwritten, as an old version':
    '{place}에서 지우거나 덮어쓴 파일을 이전 버전으로 보관',
  'Delete log files of CloudTrail in {place} after {days} days':
    '{place}에 있는 CloudTrail 로그 파일을 {days}일 뒤에 삭제',
  'Delete log files of CloudTrail only in {place}, none of other services':
    '{place}에서 CloudTrail 로그 파일만 삭제하고 다른 서비스의 파일은 삭제하지 않기',
  'never deleted': '삭제하지 않음',
  'deleted after {days} days': '{days}일 뒤 삭제',
  'old versions of them': '그 이전 버전',
  'older already': '이미 더 오래된 파일',
  'deleted at once': '바로 삭제',
  'how many is not known': '몇 개인지 알 수 없음',
  'at least {count} files': '최소 {count}개',
  '{count} files': '{count}개',
  'all in {folders}': '{folders} 전체',
  '{folders}': '{folders}',
  'S3 console, {name}, {tab}. What was deleted by then is lost.':
    'S3 콘솔 > {name} > {tab}. 그때까지 삭제된 파일은 되돌릴 수 없습니다.',
  'public access': '퍼블릭 액세스',
  possible: '가능',
  closed: '차단',
  'access lists': '액세스 제어 목록(ACL)',
  'in force': '사용 중',
  'none: the bucket’s policy alone counts': '없음: 버킷 정책만 적용',
  encryption: '암호화',
  'by S3 (AES256)': 'S3 암호화(AES256)',
  'old versions': '이전 버전',
  'not kept': '보관하지 않음',
  'kept, and paid for': '보관하며 비용 발생',
  '{json}': '{json}',
  unchanged: '그대로',
  'Take the statement that lets everybody into {name} out of its policy: {statements}':
    '모두에게 {name} 버킷을 여는 정책 문 제거: {statements}',
  'Open Bucket policy, Edit, and take out what is for everybody: {statements}.':
    '버킷 정책을 편집해 모두에게 열린 정책 문을 제거하십시오: {statements}',
  'If something needs it, a website for instance, answer with another bucket.':
    '웹 사이트처럼 그 정책 문이 필요한 곳이 있으면 다른 버킷을 선택하십시오.',
  'Allow only this trail to write to {place}, over TLS':
    '{place}에 이 추적만, 암호화된 연결로만 쓰게 하기',
  'Allow this trail to write to {place}, and everybody only over TLS':
    '{place}에 이 추적이 쓰게 하고, 모두 암호화된 연결만 쓰게 하기',
  'other statements': '다른 정책 문',
  '{others}, unchanged': '{others}, 그대로',
  'S3 console, {name}, {tab}': 'S3 콘솔 > {name} > {tab}',
  Permissions: '권한',
  Properties: '속성(Properties)',
  Management: '관리(Management)',

  'Create the trail {name}': '{name} 추적 만들기',
  'CloudTrail console, Trails, {name}, Delete': 'CloudTrail 콘솔 > 추적 > {name} > 삭제',
  'Make the trail {name} complete': '{name} 추적의 빠진 설정 채우기',
  'CloudTrail console, Trails, {name}, Edit': 'CloudTrail 콘솔 > 추적 > {name} > 편집',
  'Let the trail {name} record all management events':
    '{name} 추적이 모든 관리 이벤트를 기록하게 하기',
  'Let {name} record the events of {services} too':
    '{name} 추적이 {services}의 이벤트도 기록하게 하기',
  'all management events but those of {services}': '{services} 것을 뺀 모든 관리 이벤트',
  'nothing for these': '이 이벤트의 비용은 없음',
  'S3, and about 2 USD per 100,000 events if this is not the first copy; they can be the most of all events':
    'S3 비용, 첫 번째 사본이 아니면 이벤트 100,000건에 약 2 USD. 전체 이벤트의 대부분일 수 있음',
  recording: '기록',
  on: '켜짐',
  'Start the trail {name}': '{name} 추적 시작',
  'CloudTrail console, Trails, {name}, Stop logging':
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
  'can be changed unseen': '몰래 바꿀 수 있음',
  'validated, so tampering is detectable': '서명됨 (바꾸거나 지우면 드러남)',
  cost: '비용',
  'first copy of events: free': '이벤트의 첫 번째 사본: 무료',
  '{others} records too: about 2 USD per 100,000 events for the copy':
    '{others}도 기록 중: 사본은 이벤트 100,000건에 약 2 USD',
  '{others} may record too: then about 2 USD per 100,000 events for the copy':
    '{others}도 기록 중일 수 있음: 그러면 사본은 이벤트 100,000건에 약 2 USD',
  'See that {name} delivers again: {cause}': '{name} 추적의 파일이 다시 전송되는지 확인: {cause}',
  'Open the trail {name} and look at "Last log file delivered".':
    '{name} 추적을 열고 "마지막으로 전송된 로그 파일"(Last log file delivered)을 봅니다.',
  '{cause} ({error})': '{cause} ({error})',
  'S3 says {error}': 'S3의 오류: {error}',
  'its bucket is gone': '버킷이 없어짐',
  'the policy of the bucket, or of its key, shuts CloudTrail out':
    '버킷이나 그 암호화 키의 정책이 CloudTrail을 막음',
  'the key that encrypts its files is disabled': '파일을 암호화하는 키가 비활성화됨',
  'the key that encrypts its files cannot be used, or is about to be deleted':
    '파일을 암호화하는 키를 쓸 수 없거나 곧 삭제됨',
  'the key that encrypts its files is gone': '파일을 암호화하는 키가 없어짐',
  'the policy of its key shuts CloudTrail out': '암호화 키의 정책이 CloudTrail을 막음',
  'the key that encrypts its files does not work': '파일을 암호화하는 키가 작동하지 않음',
  'AWS has closed S3 for the account of the bucket': 'AWS가 버킷을 소유한 계정의 S3를 막음',
  'S3 looks for its bucket in another region': 'S3가 버킷을 다른 리전에서 찾음',
  'S3 is busy': 'S3가 혼잡함',
  'Open the key in the KMS console, Customer managed keys, and enable it again.':
    'KMS 콘솔의 고객 관리형 키에서 그 키를 다시 활성화하십시오.',
  'Wait an hour: AWS tries again by itself.': '한 시간 기다리십시오. AWS가 알아서 다시 시도합니다.',
  'If that stays: give the trail another bucket, in the CloudTrail console, the trail, Edit.':
    '그대로이면 CloudTrail 콘솔에서 추적을 편집해 다른 버킷을 지정하십시오.',
  'Look for a Deny: S3 console, the bucket, Permissions, Bucket policy; then the key.':
    'S3 콘솔 > 버킷 > 권한 > 버킷 정책에서 Deny를 찾고, 그다음 키를 보십시오.',
  'Open the key in the KMS console, and cancel its deletion, or enable it.':
    'KMS 콘솔에서 그 키의 삭제를 취소하거나 키를 활성화하십시오.',
  'Give the trail another key, or none: CloudTrail console, the trail, Edit.':
    'CloudTrail 콘솔에서 추적을 편집해 다른 키를 지정하거나 키를 쓰지 않게 하십시오.',
  'Let cloudtrail.amazonaws.com use the key: KMS console, the key, Key policy.':
    'KMS 콘솔에서 그 키의 정책을 편집해 cloudtrail.amazonaws.com이 키를 쓰게 하십시오.',
  'Look at the key in the KMS console, Customer managed keys.':
    'KMS 콘솔의 고객 관리형 키에서 그 키를 확인하십시오.',
  'Look for unpaid bills, or ask AWS: https://console.aws.amazon.com/support':
    '미납 요금이 있는지 보거나 AWS에 문의하십시오: https://console.aws.amazon.com/support',
  'Wait an hour if the bucket was made anew; else give the trail another bucket.':
    '버킷을 새로 만들었으면 한 시간 기다리고, 아니면 추적에 다른 버킷을 지정하십시오.',
  'AWS takes the error back with the next file that it can write.':
    '다음 파일이 저장되면 오류가 사라집니다.',
  stopped: '중지됨',
  'AWS cannot deliver its files: {cause}': 'AWS가 파일을 전송하지 못함: {cause}',
  'what it records cannot be read from here': '무엇을 기록하는지 여기서는 읽을 수 없음',
  '{names}: what it records cannot be read from here':
    '{names}: 무엇을 기록하는지 여기서는 읽을 수 없음',
  '{status}. {names}: what it records cannot be read from here':
    '{status}. {names}: 무엇을 기록하는지 여기서는 읽을 수 없음',
  'of one region only': '한 리전만 기록함',
  'leaves events out': '빠지는 이벤트가 있음',
  'without proof that its files are unchanged': '파일이 바뀌지 않았다는 증거가 없음',
};

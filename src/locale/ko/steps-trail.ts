import type { Translations } from '../translations.ts';

/** The trail, and the bucket for its files. */
export const stepsTrail: Translations = {
  CloudTrail: 'CloudTrail',
  'A record of who did what, kept longer than AWS’s 90 days, that shows if anybody, administrators too, changes it.':
    '누가 무엇을 했는지 AWS의 90일보다 오래 남기는 기록입니다. 관리자를 포함해 누가 고쳐도 드러납니다.',
  'about 0.05 to 0.20 USD a month in S3 for a quiet account; the first copy of the events is free':
    'S3에 월 약 0.05~0.20 USD (사용이 적은 계정). 이벤트의 첫 번째 사본은 무료',
  'no trail: no record older than 90 days': '추적 없음: 90일이 지난 기록은 남지 않음',
  '{name} records all regions; the first file is awaited':
    '{name}: 모든 리전 기록 중, 첫 파일을 기다림',
  '{name} records all regions; last file {time}': '{name}: 모든 리전 기록 중, 마지막 파일 {time}',
  'last file {time}': '마지막 파일 {time}',
  'the first file comes within minutes, mostly': '첫 파일은 보통 몇 분 뒤',
  'your logs': '로그 위치',
  'Bucket for the logs? A new one is best; or one of yours: {others}':
    '로그를 저장할 버킷을 정하십시오. 새 버킷이 가장 좋습니다. 이미 있는 버킷: {others}',
  'This account has no bucket of that name.': '이 계정에 그런 이름의 버킷이 없습니다.',
  'Folder in that bucket? Nothing for none.':
    '버킷 안의 폴더를 입력하십시오. 폴더를 쓰지 않으려면 비워 두십시오.',
  'Letters, digits and . _ - please, with / between, at most 200.':
    '영문자, 숫자와 . _ - 를 쓰고 사이를 / 로 나누십시오. 200자까지 쓸 수 있습니다.',
  'How many days are log files kept?': '로그 파일을 며칠 동안 보관하겠습니까?',

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
  'Delete log files in {place} after {days} days': '{place}의 로그 파일을 {days}일 뒤에 삭제',
  'Let this trail alone write into {place}, and only encrypted':
    '{place}에 이 추적만, 암호화된 연결로만 쓰게 하기',
  'Let this trail write into {place}, and all only encrypted':
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
  'signed: a changed or deleted one shows': '서명됨 (바꾸거나 지우면 드러남)',
  cost: '비용',
  'first copy of events: free': '이벤트의 첫 번째 사본: 무료',
  '{others} records too: about 2 USD per 100,000 events for the copy':
    '{others}도 기록 중: 사본은 이벤트 100,000건에 약 2 USD',
  'See that {name} delivers again: S3 said {error}':
    '{name} 추적의 파일이 다시 전송되는지 확인 (S3의 오류: {error})',
  'Open the trail {name} and look at "Last log file delivered".':
    '{name} 추적을 열고 "마지막으로 전송된 로그 파일"(Last log file delivered)을 봅니다.',
  'If S3 still says {error}: the policy of the bucket, or of its key, shuts CloudTrail out.':
    'S3의 {error} 오류가 그대로이면, 버킷이나 그 암호화 키의 정책이 CloudTrail을 막고 있는 것입니다.',
  'AWS takes the error back with the next file that it can write.':
    '다음 파일이 저장되면 오류가 사라집니다.',
  stopped: '중지됨',
  'AWS cannot deliver its files: {error}': 'AWS가 파일을 전송하지 못함: {error}',
  'of one region only': '한 리전만 기록함',
  'leaves events out': '빠지는 이벤트가 있음',
  'without proof that its files are unchanged': '파일이 바뀌지 않았다는 증거가 없음',
};

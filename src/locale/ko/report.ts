import type { Translations } from '../translations.ts';

/** `rootlock report`. */
export const report: Translations = {
  'what AWS shows of each control, as a document for others; reads only':
    '통제 항목마다 AWS가 보여 주는 것을 남에게 건넬 문서로(읽기만 함)',
  'report: written as a page for a browser, or to print':
    'report: 브라우저로 보거나 인쇄할 페이지로 저장',
  'report: written as Markdown': 'report: Markdown으로 저장',
  'report: with whole e-mail addresses': 'report: 이메일 주소를 가리지 않음',
  'a page to hand to an auditor': '감사인에게 건넬 페이지',
  'with its data, for a program': '프로그램이 읽을 데이터까지',
  '{file} exists. Name another file, or remove it first.':
    '{file} 파일이 이미 있습니다. 다른 파일을 지정하거나 먼저 지우십시오.',
  'There is no folder {folder}.': '{folder} 폴더가 없습니다.',
  'Name a file.': '파일 이름을 적으십시오.',
  '{file} cannot be both HTML and Markdown.':
    '{file} 파일 하나를 HTML이자 Markdown으로 쓸 수 없습니다.',
  '{file} could not be written: {code}': '{file} 파일을 쓰지 못했습니다: {code}',
  'Written: {file}': '저장함: {file}',

  'Account and root user': '계정과 루트 사용자',
  'People and permissions': '사용자와 권한',
  'Records and alarms': '기록과 경보',
  'Data, network and machines': '데이터, 네트워크, 인스턴스',

  'Shown by AWS': 'AWS가 보여 줌',
  'Confirmed by you': '직접 확인함',
  'Not done': '하지 않음',
  '{answer}: {count}': '{answer}: {count}',
  'A look at the account shows that it holds.': '계정을 보니 지켜지고 있습니다.',
  'No call of AWS shows it. The owner has given their word.':
    'AWS 호출로는 알 수 없어, 소유자가 확인했습니다.',
  'A look at the account shows that it does not hold.': '계정을 보니 지켜지지 않고 있습니다.',
  'Nobody knows. A look that failed is never taken for a good one.':
    '알 수 없습니다. 읽지 못한 것을 지켜진다고 하지 않습니다.',

  'Security report': '보안 보고서',
  'Security report of the account {id}': '{id} 계정의 보안 보고서',
  'Looked at': '본 시각',
  'Looked at {time}.': '본 시각: {time}.',
  'Signed in as': '로그인한 주체',
  'Made by': '만든 도구',
  'Regions of the review': '둘러본 리전',
  'PRACTICE: nothing of it is real.': '연습: 실제가 아닙니다.',
  'This is {endpoint}, and not AWS.': 'AWS가 아니라 {endpoint}입니다.',
  'Confirmed on {day}': '{day}에 확인함',
  'By design:': '의도한 것:',
  'To do it:': '하려면:',
  'To see more:': '더 보려면:',
  'and {count} more': '외 {count}건',
  '{names} and {count} more': '{names} 외 {count}',
  '{service} {operation} ({count} regions)': '{service} {operation}(리전 {count}개)',
  'By framework': '기준별로 보기',
  Id: 'ID',
  Control: '통제 항목',
  Answer: '답',
  'level 2': '레벨 2',
  'Titles are by Rootlock, ids by the frameworks. What else these ask for is not answered here.':
    '제목은 Rootlock이, ID는 각 기준이 붙인 것입니다. 기준이 요구하는 그 밖의 항목은 여기에서 답하지 않습니다.',
  'Ids of ISMS-P are those of the map in Prowler 5.46.0: the guide of KISA was not available.':
    'ISMS-P ID는 Prowler 5.46.0의 대응표에서 가져왔습니다. KISA 안내서는 구할 수 없었습니다.',
  'E-mail addresses and other personal data are masked.':
    '이메일 주소를 비롯한 개인 정보는 가렸습니다.',
  'Rootlock only reads for this report: it changes nothing in the account.':
    'Rootlock은 이 보고서를 위해 읽기만 합니다. 계정에서 아무것도 바꾸지 않습니다.',
  'SHA-256 of the same report as JSON:': '같은 보고서의 JSON 문서 SHA-256:',

  'AWS keeps this for a project: see https://settings.aws.com':
    '프로젝트에서는 AWS가 관리합니다: https://settings.aws.com',
  'Only you know whether they are current. AWS console > Account > Contact information':
    '지금도 맞는지는 소유자만 압니다. AWS 콘솔 > 계정 > 연락처 정보',
  'no MFA at all': 'MFA가 전혀 없음',
  'administrators: {names}': '관리자: {names}',
  'no trail': '추적 없음',
  'AWS does not say it of this bucket.': 'AWS가 이 버킷에 대해 알려 주지 않습니다.',
  'goes to {place}': '{place}에 저장됨',
  'Rootlock does not look at it yet.': 'Rootlock이 아직 보지 않는 항목입니다.',
  'The page {title} of the review has nothing against it, and no proof that it holds.':
    '둘러보기의 {title} 페이지에서 어긋난 것도, 지켜진다는 증거도 찾지 못했습니다.',
  'It is set for a whole organization, and Rootlock looks at one account.':
    '조직 전체에 설정하는 것이고, Rootlock은 계정 하나만 봅니다.',
  'That somebody has looked leaves no trace in the account.':
    '누가 검토했는지는 계정에 남지 않습니다.',
  'Rootlock does not look at the policies of service roles.':
    'Rootlock은 서비스 역할의 정책을 보지 않습니다.',
  '{reason} ({count} more reads failed.)': '{reason} (그 밖에 읽지 못한 것 {count}개)',
};

import type { Translations } from '../translations.ts';

/** What the owner does in a browser: pages, addresses, and how Rootlock waits. */
export const visits: Translations = {
  'the installation page of the AWS CLI': 'AWS CLI 설치 페이지',
  'the security credentials of the root user': '루트 사용자의 보안 자격 증명 페이지',
  'the security credentials of {name}': '{name} 사용자의 보안 자격 증명 페이지',
  'the account page': '계정 페이지',
  'the billing preferences': '결제 기본 설정 페이지',
  "AWS's email preferences": 'AWS 이메일 수신 설정 페이지',
  'the list of IAM users': 'IAM 사용자 목록',
  'the sign-in page': '로그인 페이지',
  'the sign-in page of AWS, if it is not open yet,': '(아직 열리지 않았으면) AWS 로그인 페이지',
  'the permissions of the bucket {name}': '{name} 버킷의 권한 페이지',
  'the list of trails': '추적 목록',
  'Sign in as the root user, if AWS asks.': 'AWS가 물으면 루트 사용자로 로그인합니다.',
  'Sign in as the root user. Nobody else can change this.':
    '루트 사용자로 로그인합니다. 다른 사용자는 바꿀 수 없습니다.',
  'Sign in as root or as an administrator, if AWS asks.':
    'AWS가 물으면 루트 사용자나 관리자로 로그인합니다.',

  'Press o to open {page} in your browser.': 'o를 눌러 브라우저에서 {page}[을/를] 엽니다.',
  'Press y to copy the address of {page}, and open it in a private window: elsewhere you stay signed in.':
    'y를 눌러 {page} 주소를 복사하고 시크릿 창에서 엽니다. 다른 창의 로그인은 유지됩니다.',
  'On a real account: open {page} in your browser.':
    '실제 계정에서는 브라우저에서 {page}[을/를] 엽니다.',
  'Open {page} in your browser.': '브라우저에서 {page}[을/를] 엽니다.',
  'Open {page} in a private window: elsewhere you stay signed in.':
    '시크릿 창에서 {page}[을/를] 엽니다. 다른 창의 로그인은 유지됩니다.',
  open: '열기',
  'copy the address': '주소 복사',
  copy: '복사',
  'copy the key': '키 복사',
  'In the clipboard for one minute. If pasting gives nothing, your terminal does not allow it.':
    '1분 동안 클립보드에 둡니다. 붙여넣을 수 없으면 터미널이 복사를 허용하지 않는 것입니다.',
  'Type :open to open the page in your browser.': ':open을 입력하면 페이지를 브라우저에서 엽니다.',
  'Practice: this address leads nowhere.': '연습: 실제로는 열리지 않는 주소입니다.',
  'This page belongs into a private window.': '이 페이지는 시크릿 창에서 열어야 합니다.',
  'Opened in your browser.': '브라우저에서 열었습니다.',
  '{why} Press y to copy the address.': '{why} y를 누르면 주소를 복사합니다.',
  'Sent to the clipboard. If pasting gives nothing, your terminal does not allow it.':
    '클립보드로 보냈습니다. 붙여넣을 수 없으면 터미널이 복사를 허용하지 않는 것입니다.',
  'Practice: this address leads nowhere. Press p and it is done.':
    '연습: 실제로는 열리지 않는 주소입니다. p를 누르면 대신 해 줍니다.',

  '{n} of {of}': '{n}/{of}',
  "AWS can't report this: press Enter to confirm it for this run.":
    'AWS에서 조회할 수 없습니다. 확인했으면 Enter를 누르십시오. 이번 실행에만 유효합니다.',
  "AWS can't report this: press Enter to confirm it. The date is kept.":
    'AWS에서 조회할 수 없습니다. 확인했으면 Enter를 누르십시오. 날짜를 기록합니다.',
  "I've done this": '다 했음',
  'AWS may take 15 minutes to record it. Carry on; Rootlock checks again.':
    'AWS에 기록되기까지 15분쯤 걸릴 수 있습니다. 계속 진행하면 Rootlock이 나중에 다시 확인합니다.',
  'Checking every 5 s: not there yet ({n} checks). Carry on; Rootlock checks again.':
    '5초마다 확인합니다. 아직 반영되지 않았습니다({n}회). 계속 진행하면 Rootlock이 나중에 다시 확인합니다.',
  "I've done this, continue": '다 했음, 계속',
  'Checking every 5 s: not there yet ({n} checks)':
    '5초마다 확인합니다. 아직 반영되지 않았습니다({n}회)',
  'Checking every 5 s': '5초마다 확인합니다',
};

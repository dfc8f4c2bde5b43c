import type { Translations } from '../translations.ts';

/** Signing in by the browser, without the AWS CLI, and signing out. */
export const browserSignIn: Translations = {
  'sign in with your browser: no key, nothing to install':
    '브라우저로 로그인: 키도 설치도 필요 없음',
  'remove the session of a browser sign-in from this computer':
    '브라우저로 로그인한 세션을 이 컴퓨터에서 삭제',
  'sign-in: the account that it has to be': 'sign-in: 로그인할 계정(다른 계정이면 중단)',
  'sign-in: the browser is on another device': 'sign-in: 다른 기기의 브라우저로 로그인',
  '{option} goes with {commands} alone.': '{option}[은/는] {commands}에만 쓸 수 있습니다.',
  '{given} is not the id of an account: 12 digits.':
    '{given}[은/는] 계정 ID가 아닙니다. 계정 ID는 숫자 12자리입니다.',

  'Practice keeps no session, so there is nothing to sign out of.':
    '연습에서는 세션을 저장하지 않으므로 로그아웃할 것이 없습니다.',
  'On a real account, this removes the session from this computer.':
    '실제 계정에서는 이 명령이 이 컴퓨터에서 세션을 삭제합니다.',
  'Practice: you signed in as {arn}, in the account {id}. Nothing was kept.':
    '연습: 계정 {id}에 {arn}[으로/로] 로그인했습니다. 아무것도 저장하지 않았습니다.',
  'On a real account, the session stays in the profile {profile}, and renews itself for up to 12 hours.':
    '실제 계정에서는 세션이 {profile} 프로필에 남고 최대 12시간까지 자동으로 갱신됩니다.',
  'Not signed in yet: press p, and it is done for you.':
    '아직 로그인하지 않았습니다. p를 누르면 대신 로그인합니다.',
  'Nothing comes before this page.': '뒤로 갈 화면이 없습니다.',
  'Nothing has come back from the browser yet.': '브라우저의 로그인이 아직 끝나지 않았습니다.',
  'Sign in to AWS in your browser': '브라우저에서 AWS에 로그인하기',
  'To practice the rest: {command}': '나머지도 연습하려면: {command}',
  'Nobody is here to confirm who signs in: name the account, with --account ID.':
    '누가 로그인했는지 확인할 사람이 없습니다. --account ID로 계정을 지정하십시오.',
  '--remote needs a terminal, where a text is pasted.':
    '--remote는 텍스트를 붙여넣어야 하므로 터미널에서만 쓸 수 있습니다.',
  'Signed in as {arn}, in the account {id}: profile {profile}.':
    '계정 {id}에 {arn}[으로/로] 로그인했습니다. 프로필: {profile}',
  'The session renews itself for up to 12 hours. To go on: {command}':
    '세션은 최대 12시간까지 자동으로 갱신됩니다. 계속하려면: {command}',
  'To sign out: {command}': '로그아웃하려면: {command}',
  'Signed out on this computer: {arn}.': '이 컴퓨터에서 로그아웃했습니다: {arn}',
  'A program that already has the keys of this session can use them for up to 15 minutes more.':
    '다른 프로그램이 이미 받은 임시 키는 최대 15분 더 쓸 수 있습니다.',
  'The profile {profile} is gone from {file}.': '{file}에서 {profile} 프로필을 삭제했습니다.',
  'These profiles had the same session: {names}.': '같은 세션을 쓰던 프로필: {names}',
  'The profile {profile} is not signed in by the browser. These are: {names}.':
    '{profile} 프로필은 브라우저로 로그인되어 있지 않습니다. 로그인된 프로필: {names}',
  'The profile {profile} is not signed in by the browser, and no other is.':
    '{profile} 프로필은 브라우저로 로그인되어 있지 않습니다. 그렇게 로그인된 다른 프로필도 없습니다.',
  'You signed in as {arn}, and not as {user}.':
    '{user}[이/가] 아니라 {arn}[으로/로] 로그인했습니다.',

  'Your sign-in as {user} is proven. Go on as {user}, and sign the root user out on this computer? A program that already has the keys of this session can use them for up to 15 minutes more. Rootlock asks for root again only where AWS demands it.':
    '{user}[으로/로] 로그인할 수 있습니다. 이제부터 {user}[으로/로] 진행하고, 이 컴퓨터에서 루트 사용자를 로그아웃할까요? 다른 프로그램이 이미 받은 임시 키는 최대 15분 더 쓸 수 있습니다. AWS가 루트 사용자에게만 허용하는 작업을 할 때만 Rootlock이 루트 사용자 로그인을 다시 요청합니다.',
  '{why} You are still signed in as the root user. Try again to go on as {user}?':
    '{why} 아직 루트 사용자로 로그인되어 있습니다. {user}[으로/로] 진행하기를 다시 시도할까요?',

  'Sign in to {account} as the root user, for this step only.':
    '이 단계에서만 {account} 계정에 루트 사용자로 로그인하십시오.',
  'Stay signed in as {user}': '{user} 로그인 유지',
  'The profile {profile} does not use the endpoint of this run: its endpoint_url differs.':
    '{profile} 프로필은 이 실행의 엔드포인트를 쓰지 않습니다. endpoint_url이 다릅니다.',
  'The profile {profile} is that of {arn}.': '{profile} 프로필은 {arn}의 것입니다.',
  'Sign in there as the root user.': '루트 사용자로 로그인합니다.',
  'You signed in as {arn}, and not as the root user. Nothing was kept.':
    '루트 사용자가 아니라 {arn}[으로/로] 로그인했습니다. 아무것도 저장하지 않았습니다.',

  'AWS has no sign-in by the browser for {region}. Use a profile of the AWS CLI.':
    '{region}에서는 브라우저 로그인을 쓸 수 없습니다. AWS CLI 프로필을 쓰십시오.',
  'Sign in with your browser: nothing to install': '브라우저로 로그인: 설치할 것 없음',
  'Sign in with a browser on another device': '다른 기기의 브라우저로 로그인',
  'Sign in with your browser at another region than {region}':
    '다른 리전에서 브라우저로 로그인(지금은 {region})',
  'Sign in with the AWS CLI: aws login': 'AWS CLI로 로그인: aws login',
  'Which region to sign in at? The session works in all of them.':
    '어느 리전에서 로그인할까요? 세션은 모든 리전에서 쓸 수 있습니다.',
  'Sign in to AWS in the browser. The address is:': '브라우저에서 AWS에 로그인하십시오. 주소:',
  'Your browser opens: sign in to AWS there': '브라우저가 열리면 AWS에 로그인하기',
  'the sign-in page of AWS': 'AWS 로그인 페이지',
  'Sign in there as you always do: as the root user, or as your administrator.':
    '평소처럼 루트 사용자나 관리자로 로그인합니다.',
  'If the page lists several accounts, take the right one. Rootlock then goes on by itself, and shows it to you first.':
    '페이지에 계정이 여러 개 나오면 맞는 계정을 고릅니다. 그러면 Rootlock이 이어서 진행하며, 어느 계정인지 먼저 보여 줍니다.',
  'Sign in to AWS in any browser, on your phone for example':
    '아무 브라우저(휴대폰도 가능)에서 AWS에 로그인하십시오',
  '{why} {what}': '{why} {what}',
  'Press y to copy the address of {page}, and open it in any browser.':
    'y를 눌러 {page} 주소를 복사하고 아무 브라우저에서나 엽니다.',
  'Open {page} in any browser.': '아무 브라우저에서나 {page}[을/를] 엽니다.',
  'Waiting for you': '기다리고 있습니다',
  'The page then shows a long text: copy it, come back, and press Enter.':
    '그러면 페이지에 긴 텍스트가 나옵니다. 복사해서 돌아와 Enter를 누릅니다.',
  'Only for yourself: never open such a link that somebody has sent you, and never give the text to anybody.':
    '본인이 시작한 로그인에만 쓰십시오. 남이 보낸 이런 링크는 열지 말고, 이 텍스트는 아무에게도 알려 주지 마십시오.',
  'Paste the text that the page shows.': '페이지에 나온 텍스트를 붙여넣으십시오.',
  'That is not the text of this sign-in. Copy all of it, from the page of this address.':
    '이번 로그인의 텍스트가 아닙니다. 이 주소의 페이지에 나온 텍스트를 모두 복사하십시오.',
  'You are the root user of the account {id}. Is this you?':
    '{id} 계정의 루트 사용자로 로그인했습니다. 본인이 맞습니까?',
  'You are {arn}, in the account {id}. Is this you?':
    '계정 {id}의 {arn}[으로/로] 로그인했습니다. 본인이 맞습니까?',
  'Nothing was kept.': '아무것도 저장하지 않았습니다.',
  'Sign in again, as somebody else.': '다른 사용자로 다시 로그인하십시오.',
  'You signed in to the account {other}, and not to {id}. Nothing was kept.':
    '{id} 계정이 아니라 {other} 계정에 로그인했습니다. 아무것도 저장하지 않았습니다.',
  'Sign in again. The page lists who is signed in: take {id}.':
    '다시 로그인하십시오. 페이지에 로그인된 계정이 나오면 {id}[을/를] 고르십시오.',
  'The profile {profile} is that of {before}. Give it to {arn} instead?':
    '{profile} 프로필은 지금 {before}의 것입니다. {arn}[으로/로] 바꿀까요?',
  'The profile {profile} stays that of {before}. Nothing was kept.':
    '{profile} 프로필은 그대로 {before}의 것입니다. 아무것도 저장하지 않았습니다.',
  '{name} cannot be the name of a profile: letters, digits, dots and dashes.':
    '{name}[은/는] 프로필 이름이 될 수 없습니다. 영문자, 숫자, 점, 하이픈만 쓰십시오.',
  'The profile {name} has credentials of another kind, which stay as they are.':
    '{name} 프로필에는 다른 종류의 자격 증명이 있으며, 그대로 둡니다.',
  '{problem} What should a new profile be called?': '{problem} 새 프로필의 이름은 무엇으로 할까요?',
  'Sign in with another name: --profile NAME. A new profile is made.':
    '다른 이름으로 로그인하십시오: --profile 이름. 새 프로필이 만들어집니다.',
  'Another program has changed {file} meanwhile.':
    '그사이 다른 프로그램이 {file}[을/를] 바꿨습니다.',
  'Try again.': '다시 시도하십시오.',
  'Signing in goes to {endpoint}, not to AWS.': 'AWS가 아니라 {endpoint}에 로그인합니다.',

  'Sign in again.': '다시 로그인하십시오.',
  'Wait a minute, then sign in again.': '1분쯤 기다렸다가 다시 로그인하십시오.',
  "AWS's sign-in service has a problem (HTTP {status}).":
    'AWS 로그인 서비스에 문제가 있습니다(HTTP {status}).',
  'Wait a few minutes, then sign in again. See https://health.aws.amazon.com':
    '몇 분 뒤에 다시 로그인하십시오. 자세한 상황은 https://health.aws.amazon.com 에 있습니다.',
  'Set it to automatic time, then sign in again.': '시간 자동 설정을 켜고 다시 로그인하십시오.',
  'AWS refuses the sign-in: {code}. {message}': 'AWS가 로그인을 거부했습니다: {code}. {message}',
  'AWS no longer takes the code of this sign-in.': '이 로그인의 코드는 이제 쓸 수 없습니다.',
  'This session has ended.': '이 세션은 끝났습니다.',
  'The password was changed meanwhile.': '그사이 암호가 바뀌었습니다.',
  'Sign in again, with the new password.': '새 암호로 다시 로그인하십시오.',
  'This user may not sign in from a terminal.': '이 사용자는 터미널에서 로그인할 권한이 없습니다.',
  'Have an administrator attach the policy SignInLocalDevelopmentAccess to the user, then sign in again.':
    '관리자에게 SignInLocalDevelopmentAccess 정책을 이 사용자에게 연결해 달라고 한 뒤 다시 로그인하십시오.',
  "AWS refuses the sign-in: this computer's clock is {minutes} minutes ahead.":
    'AWS가 로그인을 거부했습니다. 이 컴퓨터의 시계가 {minutes}분 빠릅니다.',
  "AWS refuses the sign-in: this computer's clock is {minutes} minutes behind.":
    'AWS가 로그인을 거부했습니다. 이 컴퓨터의 시계가 {minutes}분 느립니다.',
  'Sign in to the network, or turn off your proxy or VPN. Then sign in again.':
    '네트워크에 로그인하거나 프록시나 VPN을 끈 뒤 다시 로그인하십시오.',
  'The sign-in was refused in the browser: {error}.':
    '브라우저에서 로그인이 거부되었습니다: {error}',
  'Nobody has signed in within {minutes} minutes.': '{minutes}분 안에 로그인하지 않았습니다.',
  'Back to the terminal': '터미널로 돌아가십시오',
  'Rootlock goes on there. You can close this page.':
    'Rootlock이 거기서 이어서 진행합니다. 이 페이지는 닫아도 됩니다.',
  'Nothing here': '여기에는 아무것도 없습니다',
  'Rootlock waits for another page. Look at the terminal.':
    'Rootlock은 다른 페이지를 기다립니다. 터미널을 보십시오.',
};

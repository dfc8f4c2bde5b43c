import type { Translations } from '../translations.ts';

/** Signing in, and credentials that are left on this computer. */
export const signIn: Translations = {
  'Which AWS CLI profile? The first is the one you used last.':
    '어느 AWS CLI 프로필을 쓸까요? 첫 번째가 지난번에 쓴 프로필입니다.',

  'Use CloudShell instead: shows the lines to paste there':
    'CloudShell에서 하기: 붙여넣을 명령어 보기',
  'Use a root access key that I have (not recommended; kept in memory only)':
    '이미 있는 루트 액세스 키 쓰기(권장하지 않음, 메모리에만 둠)',
  'Finish here: what is done stays done': '여기서 끝내기: 한 일은 그대로 남음',
  'From now on, sign in as your administrator, with "{command}".':
    '이제부터는 "{command}"[을/를] 실행해 관리자로 로그인하십시오.',
  'Use a profile: {names}': '프로필 쓰기: {names}',
  'Practice first: nothing is real': '먼저 연습하기: 실제 계정이 아님',
  'Sign in with the browser again, as the root user: profile {name}':
    '브라우저에서 루트 사용자로 다시 로그인: 프로필 {name}',
  'Sign in with the browser again, as {user}: profile {name}':
    '브라우저에서 {user} 사용자로 다시 로그인: 프로필 {name}',
  'Choose how to sign in.': '로그인할 방법을 고르십시오.',
  'Sign in to {account}, as an administrator or as the root user.':
    '계정 {account}에 관리자나 루트 사용자로 로그인하십시오.',
  'Sign in as your administrator. A session ends after 12 hours at most, and Rootlock never stores a key.':
    '관리자로 로그인하십시오. 세션은 최대 12시간 뒤에 끝나고, Rootlock은 키를 저장하지 않습니다.',
  'Sign in as your administrator, or as the root user while there is none. Rootlock never stores a key.':
    '관리자로, 아직 관리자가 없으면 루트 사용자로 로그인하십시오. Rootlock은 키를 저장하지 않습니다.',
  'To begin, sign in as the root user of the new account. No access key is needed, and Rootlock never stores one.':
    '먼저 새 계정의 루트 사용자로 로그인하십시오. 액세스 키는 필요 없고, Rootlock은 키를 저장하지 않습니다.',
  'Continue in CloudShell, where you are signed in already.':
    '이미 로그인되어 있는 CloudShell에서 이어서 하십시오.',
  'In Rootlock\'s own folder, "npm pack" makes the file rootlock-….tgz.':
    'Rootlock 폴더에서 "npm pack"을 실행하면 rootlock-….tgz 파일이 만들어집니다.',
  'Sign in to the AWS console as the root user, and open https://console.aws.amazon.com/cloudshell':
    'AWS 콘솔에 루트 사용자로 로그인하고 다음 주소를 여십시오. https://console.aws.amazon.com/cloudshell',
  'There, choose Actions > Upload file, and that file. Then paste these lines:':
    '거기서 작업(Actions) > 파일 업로드(Upload file)를 선택해 그 파일을 올리십시오. 그런 다음 아래 두 줄을 붙여넣으십시오.',
  '  node --version || nvm install 22': '  node --version || nvm install 22',
  '  npx ./rootlock-*.tgz': '  npx ./rootlock-*.tgz',
  '"aws login" opens the browser, or shows an address. Sign in there.':
    '"aws login"이 브라우저를 열거나 주소를 보여 줍니다. 거기서 로그인하십시오.',
  '"aws login" failed ({status}): nobody is signed in.':
    '"aws login"이 실패했습니다({status}). 로그인되지 않았습니다.',
  'Install the AWS CLI, version 2.32 or later': 'AWS CLI 2.32 이상 설치하기',
  'Install the AWS CLI, version 2.32 or later: yours is {version}':
    'AWS CLI 2.32 이상 설치하기(현재 {version})',
  'Follow the steps for your computer.': '사용하는 컴퓨터에 맞는 설명을 따르십시오.',
  'Once "aws --version" says 2.32 or later in a new terminal, come back here.':
    '새 터미널에서 "aws --version"이 2.32 이상으로 나오면 여기로 돌아오십시오.',
  'Looked again for the AWS CLI.': 'AWS CLI를 다시 찾아보았습니다.',
  'Which profile?': '어느 프로필을 쓸까요?',
  '{name}: access key {keyId}': '{name}: 액세스 키 {keyId}',
  '{name}: signed in as {session}': '{name}: {session}[으로/로] 로그인됨',

  'AWS found keys in public, and has quarantined their users: {names}. Delete these keys now, then read what AWS wrote to you: {page}':
    '{names} 사용자의 액세스 키가 공개된 곳에서 발견되어 AWS가 그 사용자를 격리했습니다. 지금 그 키를 삭제하고, AWS가 보낸 안내를 읽으십시오: {page}',
  'This account is in the partition {partition}, where Rootlock has not been tried.':
    '이 계정은 {partition} 파티션에 있습니다. 거기서는 Rootlock을 시험해 보지 않았습니다.',
  "This computer's clock is {minutes} minutes behind AWS, so MFA codes will not match. Set it to automatic.":
    '이 컴퓨터의 시계가 AWS보다 {minutes}분 느려 MFA 코드가 맞지 않습니다. 시간 자동 설정을 켜십시오.',
  "This computer's clock is {minutes} minutes ahead of AWS, so MFA codes will not match. Set it to automatic.":
    '이 컴퓨터의 시계가 AWS보다 {minutes}분 빨라 MFA 코드가 맞지 않습니다. 시간 자동 설정을 켜십시오.',

  'Access key ID of your existing root access key. Never create one for this: signing in with the browser needs none.':
    '이미 있는 루트 액세스 키의 ID를 입력하십시오. 없으면 만들지 마십시오. 브라우저로 로그인하면 키가 필요 없습니다.',
  'The access key ID begins with AKIA and has only capital letters and digits.':
    '액세스 키 ID는 AKIA로 시작하는 영문 대문자와 숫자입니다.',
  'Secret access key': '보안 액세스 키',
  'That is not a secret access key: it has 40 characters and no spaces.':
    '보안 액세스 키가 아닙니다. 보안 액세스 키는 빈칸 없는 40자입니다.',

  'There is no profile {named}. Profiles: {names}.':
    '{named} 프로필이 없습니다. 있는 프로필: {names}.',
  'There is no profile {named}, and no other profile.':
    '{named} 프로필이 없고, 다른 프로필도 없습니다.',

  'AWS no longer accepts the access key {keyId} of the profile {profile}: it is deleted or inactive.':
    '{profile} 프로필의 액세스 키 {keyId}[을/를] AWS가 더는 받아들이지 않습니다. 삭제되었거나 비활성 상태입니다.',
  'AWS no longer accepts the access key {keyId}: it is deleted or inactive.':
    '액세스 키 {keyId}[을/를] AWS가 더는 받아들이지 않습니다. 삭제되었거나 비활성 상태입니다.',
  'As planned, the access key {keyId} of this run no longer works.':
    '이 실행에 쓰던 액세스 키 {keyId}[은/는] 계획대로 이제 쓸 수 없습니다.',
  'Sign in as {name}: {program} sign-in --profile {profile}':
    '{name} 사용자로 로그인하십시오: {program} sign-in --profile {profile}',
  'Sign in as your administrator: {program} sign-in --profile {profile}':
    '관리자로 로그인하십시오: {program} sign-in --profile {profile}',
  'Then run: {program} --profile {profile}':
    '그런 다음 실행하십시오: {program} --profile {profile}',
  'While there is no administrator, as root: {program} sign-in --profile {profile}':
    '아직 관리자가 없으면 루트 사용자로: {program} sign-in --profile {profile}',
  'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in this shell hold the key: unset them.':
    '이 셸의 AWS_ACCESS_KEY_ID와 AWS_SECRET_ACCESS_KEY에 그 키가 있습니다. unset으로 지우십시오.',
  'AWS has no region {region}. Try us-east-1.':
    'AWS에 {region} 리전이 없습니다. us-east-1을 써 보십시오.',

  'Signed in with the browser: the session renews itself for up to 12 hours.':
    '브라우저로 로그인했습니다. 세션은 최대 12시간까지 자동으로 갱신됩니다.',
  'The profile {name} has an access key, which hides its browser session. Remove the key from ~/.aws/credentials, or use another profile.':
    '{name} 프로필에 액세스 키가 있어 브라우저로 로그인한 세션이 가려집니다. ~/.aws/credentials에서 키를 빼거나 다른 프로필을 쓰십시오.',
  '{endpoint} is not an endpoint address: https://…':
    '{endpoint}[은/는] 엔드포인트 주소가 아닙니다. https://…처럼 쓰십시오.',
  '{endpoint} is not encrypted. Use https, or an address of this computer.':
    '{endpoint}[은/는] 암호화되지 않습니다. https를 쓰거나 이 컴퓨터의 주소를 쓰십시오.',
  '{endpoint} is your own endpoint, but {setting} needs one of AWS. Set {variable}=false, or remove the endpoint.':
    '{endpoint}[은/는] 직접 지정한 엔드포인트인데, {setting} 설정은 AWS의 엔드포인트를 요구합니다. {variable}=false로 하거나 엔드포인트를 빼십시오.',
  'That is not a valid reply of AWS about who is signed in: account "{id}", "{arn}".':
    '누가 로그인했는지에 대한 AWS의 응답이 아닙니다: 계정 "{id}", "{arn}".',
  'Check --endpoint-url and AWS_ENDPOINT_URL, and turn off your proxy or VPN, if you use one.':
    '--endpoint-url과 AWS_ENDPOINT_URL을 확인하고, 프록시나 VPN이 있으면 끄십시오.',
  'Sign in again: {program} sign-in --profile {profile}':
    '다시 로그인하십시오: {program} sign-in --profile {profile}',
  'With your browser, as the root user: {program} sign-in. No access key is needed, and nothing to install.':
    '브라우저에서 루트 사용자로(액세스 키도 설치도 필요 없음): {program} sign-in',
  'Or in AWS CloudShell, where you are signed in already: run Rootlock there.':
    '또는 이미 로그인되어 있는 AWS CloudShell에서 Rootlock을 실행하십시오.',
  'Or with an AWS CLI profile: {program} --profile NAME':
    '또는 AWS CLI 프로필로: {program} --profile 이름',
  'Or practice first, nothing is real: {program} --practice':
    '또는 실제 계정 없이 먼저 연습: {program} --practice',
  'The role of the profile {profile} needs an MFA code, and only the AWS CLI can ask you for it.':
    '{profile} 프로필의 역할에는 MFA 코드가 필요하며, 코드는 AWS CLI에서만 입력할 수 있습니다.',
  'Run this, and type the code: eval "$(aws configure export-credentials --profile {profile} --format env)"':
    '다음을 실행하고 코드를 입력하십시오: eval "$(aws configure export-credentials --profile {profile} --format env)"',
  'Then run Rootlock in the same shell, without --profile.':
    '그런 다음 같은 셸에서 --profile 없이 Rootlock을 실행하십시오.',
  'The profile {profile} is not signed in to IAM Identity Center. Sign in: aws sso login --profile {source}':
    '{profile} 프로필은 IAM Identity Center에 로그인되어 있지 않습니다. 로그인하십시오: aws sso login --profile {source}',
  'The credential_process of the profile {profile} returns no credentials: {error}':
    '{profile} 프로필의 credential_process에서 자격 증명을 얻을 수 없습니다: {error}',
  'Run the credential_process in {file} by itself, and fix it until it works.':
    '{file}의 credential_process를 따로 실행해, 제대로 될 때까지 고치십시오.',
  'The profile {profile} has no valid credentials: {error}':
    '{profile} 프로필에서 자격 증명을 얻을 수 없습니다: {error}',
  'Fix this profile in ~/.aws/config or ~/.aws/credentials.':
    '~/.aws/config나 ~/.aws/credentials에서 이 프로필을 고치십시오.',
  'The profile {profile} has no valid credentials.':
    '{profile} 프로필에서 자격 증명을 얻을 수 없습니다.',
  'You are not signed in to AWS.': 'AWS에 로그인되어 있지 않습니다.',

  'The root user is still signed in on this computer, as {profile}. Sign out?':
    '이 컴퓨터에 루트 사용자가 아직 {profile}[으로/로] 로그인되어 있습니다. 로그아웃할까요?',
  'The root user is still signed in on this computer. Sign out with: {command}':
    '이 컴퓨터에 루트 사용자가 아직 로그인되어 있습니다. 로그아웃하려면: {command}',
};

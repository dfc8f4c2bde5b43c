import type { Translations } from '../translations.ts';

/** What AWS and the network refuse, and what to do about it. */
export const aws: Translations = {
  'Run Rootlock again: it continues where it stopped.':
    'Rootlock을 다시 실행하십시오. 멈춘 곳에서 이어집니다.',
  'AWS does not accept the signature of the call.': 'AWS가 호출의 서명을 받아들이지 않습니다.',
  'Set the clock of this computer to automatic time.': '이 컴퓨터의 시간 자동 설정을 켜십시오.',
  'If the clock is right, the secret access key has a typo: sign in again.':
    '시계가 맞다면 보안 액세스 키를 잘못 입력한 것입니다. 다시 로그인하십시오.',
  'AWS has not activated this account for {action} yet, or its plan lacks it.':
    'AWS가 아직 이 계정을 활성화하지 않았거나 플랜에 없는 기능이어서 {action} 호출을 쓸 수 없습니다.',
  'Finish the sign-up: https://portal.aws.amazon.com/billing/signup':
    '가입을 마치십시오: https://portal.aws.amazon.com/billing/signup',
  'AWS may take a day to activate the account. Then run Rootlock again.':
    '그 뒤 AWS가 계정을 활성화하기까지 하루가 걸릴 수 있습니다. 그런 다음 Rootlock을 다시 실행하십시오.',
  'If it is activated already, the FREE plan may lack this service: leave the step out.':
    '이미 활성화되었다면 무료 플랜에 없는 서비스일 수 있습니다. 그러면 이 단계를 빼십시오.',
  'AWS refused {action}: {code}, without a reason.':
    'AWS가 {action} 호출을 거부했습니다: {code}(이유 없음).',
  'AWS is not done with {action} after a minute.':
    'AWS가 1분이 지나도 {action} 호출의 결과를 만들지 못했습니다.',
  'The credential report of AWS cannot be read: its columns are not known.':
    'AWS의 자격 증명 보고서를 읽을 수 없습니다. 열의 이름을 알 수 없습니다.',
  'Look for a newer version of Rootlock.': 'Rootlock의 새 버전이 있는지 확인하십시오.',
  'The IAM console shows the same, user by user: https://console.aws.amazon.com/iam/home#/users':
    'IAM 콘솔에서 사용자마다 같은 내용을 볼 수 있습니다: https://console.aws.amazon.com/iam/home#/users',
  'AWS is throttling the calls.': '호출이 너무 많아 AWS가 제한하고 있습니다.',
  'Wait a minute.': '1분쯤 기다리십시오.',
  'The account has reached a limit: {message}': '계정의 한도에 이르렀습니다: {message}',
  'Delete what you no longer need in the console of that service, then run Rootlock again.':
    '그 서비스의 콘솔에서 필요 없는 것을 삭제한 뒤, Rootlock을 다시 실행하십시오.',
  'This region is not enabled for the account.': '이 계정에서 활성화하지 않은 리전입니다.',
  'Choose another one with --region, such as us-east-1.':
    '--region으로 다른 리전을 고르십시오. 예: us-east-1.',
  'The bucket policy does not let CloudTrail write its files.':
    '버킷 정책 때문에 CloudTrail이 파일을 쓸 수 없습니다.',
  'Look for a Deny: S3 console > the bucket > Permissions > Bucket policy.':
    '버킷 정책에 Deny가 있는지 보십시오: S3 콘솔 > 해당 버킷 > 권한 > 버킷 정책.',
  'Or choose another bucket. Then run Rootlock again.':
    '또는 다른 버킷을 고르십시오. 그런 다음 Rootlock을 다시 실행하십시오.',
  'Something between this computer and AWS breaks the encryption ({code}).':
    '이 컴퓨터와 AWS 사이의 무언가가 암호화된 연결에 끼어듭니다({code}).',
  'Leave the VPN or the company network, or ask its administrators for their certificate.':
    'VPN이나 회사 네트워크에서 나가거나, 그 담당자에게 인증서를 요청하십시오.',
  'With the certificate in a file, set AWS_CA_BUNDLE=file, then run Rootlock again.':
    '받은 인증서 파일을 AWS_CA_BUNDLE=file로 지정한 뒤, Rootlock을 다시 실행하십시오.',
  'The certificates in {file} cannot be read ({code}). AWS_CA_BUNDLE, or ca_bundle in the profile, must name a file in PEM format.':
    '{file}의 인증서를 읽을 수 없습니다({code}). AWS_CA_BUNDLE이나 프로필의 ca_bundle에는 PEM 형식의 파일을 지정해야 합니다.',
  '{name} must be a proxy address: http://USER:PASSWORD@HOST:PORT. In the password, write # as %23 and @ as %40.':
    '{name}[은/는] 프록시 주소여야 합니다: http://USER:PASSWORD@HOST:PORT. 암호에 든 #는 %23으로, @는 %40으로 적습니다.',
  'The proxy {proxy} needs a user name and a password, or does not accept yours.':
    '프록시 {proxy}에 사용자 이름과 암호가 필요하거나, 보낸 사용자 이름과 암호가 맞지 않습니다.',
  'Set HTTPS_PROXY to http://USER:PASSWORD@HOST:PORT':
    'HTTPS_PROXY를 다음과 같이 설정하십시오: http://USER:PASSWORD@HOST:PORT',
  'The proxy {proxy} does not let calls to AWS through (HTTP {status}).':
    '프록시 {proxy}에서 AWS로 가는 호출을 막습니다(HTTP {status}).',
  'Ask its administrators to allow *.amazonaws.com and *.signin.aws.amazon.com.':
    '프록시 담당자에게 *.amazonaws.com과 *.signin.aws.amazon.com을 허용해 달라고 하십시오.',
  'The proxy {proxy} cannot be reached ({code}).': '프록시 {proxy}에 연결할 수 없습니다({code}).',
  'Check HTTPS_PROXY. If you can reach AWS without a proxy, unset it or add amazonaws.com to NO_PROXY.':
    'HTTPS_PROXY를 확인하십시오. 프록시 없이도 AWS에 연결된다면, 그 변수를 지우거나 NO_PROXY에 amazonaws.com을 넣으십시오.',
  'AWS cannot be reached from here ({code}).': '여기서 AWS에 연결할 수 없습니다({code}).',
  'Check the internet connection.': '인터넷 연결을 확인하십시오.',
  'AWS has a problem with {action} (HTTP {status}).':
    'AWS 쪽에 문제가 있습니다: {action} (HTTP {status}).',
  'Wait a few minutes. See https://health.aws.amazon.com':
    '몇 분 기다리십시오. 자세한 상황은 https://health.aws.amazon.com 에 있습니다.',
  'AWS refused {action}: {code}. {message}':
    'AWS가 {action} 호출을 거부했습니다: {code}. {message}',
  'Fix what AWS reports, then run Rootlock again. --verbose shows every call.':
    'AWS가 알려 준 문제를 고친 뒤, Rootlock을 다시 실행하십시오. --verbose를 붙이면 모든 호출이 보입니다.',
  'You cannot read the bucket {bucket}: somebody else owns it, its policy denies you access, or these credentials lack s3:ListBucket.':
    '{bucket} 버킷을 읽을 수 없습니다. 다른 사람의 버킷이거나, 버킷 정책이 액세스를 거부하거나, 이 자격 증명에 s3:ListBucket 권한이 없습니다.',
  'If that does not help, choose another bucket.': '그래도 안 되면 다른 버킷을 고르십시오.',
  'AWS does not accept these credentials (any more).':
    'AWS가 이 자격 증명을 받아들이지 않습니다. 만료되었을 수 있습니다.',
  'Sign in again, with "{command}" for instance, then run Rootlock again.':
    '"{command}" 등으로 다시 로그인한 뒤, Rootlock을 다시 실행하십시오.',
  'A session from "aws sts get-session-token" without MFA cannot call IAM: use another one.':
    'MFA 없이 "aws sts get-session-token"으로 만든 세션은 IAM을 호출할 수 없습니다. 다른 세션을 쓰십시오.',
  'Something other than AWS answered (HTTP {status}), perhaps a network sign-in page.':
    'AWS가 아닌 다른 곳에서 응답했습니다(HTTP {status}). 네트워크 로그인 페이지일 수 있습니다.',
  'A gateway or proxy answered instead of AWS (HTTP {status}).':
    'AWS 대신 게이트웨이나 프록시가 응답했습니다(HTTP {status}).',
  'Turn off your proxy or VPN, if you use one. If not, wait a few minutes.':
    '프록시나 VPN을 쓰고 있다면 끄십시오. 아니면 몇 분 기다리십시오.',
  'The reply of AWS to {action} arrived damaged.': 'AWS의 응답이 손상되어 도착했습니다: {action}.',
  'A policy arrived damaged.': '정책이 손상되어 도착했습니다.',
  'Check the internet connection, and turn off your proxy or VPN, if you use one.':
    '인터넷 연결을 확인하고, 프록시나 VPN을 쓰고 있다면 끄십시오.',
  'Sign in to the network, or turn off your proxy or VPN.':
    '네트워크에 로그인하거나, 프록시 또는 VPN을 끄십시오.',
  'A policy of your organization denies {action}.':
    '이 계정이 속한 조직의 정책이 {action} 호출을 거부합니다.',
  'Ask the administrators of the organization to allow it, or to do it for you.':
    '조직의 관리자에게 허용하거나 대신 해 달라고 요청하십시오.',
  'These credentials are not allowed to call {action}.':
    '이 자격 증명으로는 {action} 호출을 할 수 없습니다.',
  'AWS accepts these credentials, but not in {region}: most likely this region is not enabled for the account.':
    '이 자격 증명은 유효하지만 {region}에서는 쓸 수 없습니다. 이 계정에서 그 리전을 활성화하지 않았을 가능성이 큽니다.',
  'Or enable it, which takes a few minutes: AWS console > Account > AWS Regions.':
    '또는 그 리전을 활성화하십시오. 몇 분 걸립니다: AWS 콘솔 > 계정 > AWS 리전.',
  'These credentials are not allowed to assume the role of the profile.':
    '이 자격 증명으로는 프로필의 역할을 맡을 수 없습니다.',
  'The trust policy of the role and a policy of the caller must allow it. Or use another profile.':
    '역할의 신뢰 정책과 호출하는 쪽의 정책에서 모두 허용해야 합니다. 아니면 다른 프로필을 쓰십시오.',
  '{what} AWS says: {reason}': '{what} AWS의 설명: {reason}',
  'Your organization must allow {action} first.':
    '이 계정이 속한 조직에서 먼저 {action} 호출을 허용해야 합니다.',
  'Ask the administrators of the organization: only the management account can allow it.':
    '조직의 관리자에게 요청하십시오. 관리 계정에서만 허용할 수 있습니다.',
  'The permissions boundary of these credentials does not allow {action}.':
    '이 자격 증명의 권한 경계에서 {action} 호출을 허용하지 않습니다.',
  'Sign in as the root user, or as an administrator without such a boundary.':
    '루트 사용자나, 이런 권한 경계가 없는 관리자로 로그인하십시오.',
  'Or change the boundary: IAM console > the user or role > Permissions boundary.':
    '또는 권한 경계를 바꾸십시오: IAM 콘솔 > 해당 사용자나 역할 > 권한 경계.',
  'The policy of this session does not allow {action}.':
    '이 세션의 정책에서 {action} 호출을 허용하지 않습니다.',
  'Sign in without such a policy, with "{command}" for instance. What made this session has narrowed it.':
    '"{command}"처럼 그런 정책이 없는 방법으로 로그인하십시오. 이 세션을 만든 쪽에서 권한을 줄였습니다.',
  'A VPC endpoint on the way to AWS does not allow {action}.':
    'AWS로 가는 경로의 VPC 엔드포인트에서 {action} 호출을 허용하지 않습니다.',
  'Run Rootlock from another network, or change the endpoint policy.':
    '다른 네트워크에서 Rootlock을 실행하거나, 엔드포인트 정책을 바꾸십시오.',
  'AWS allows {action} only after signing in with MFA.':
    'MFA로 로그인해야만 {action} 호출을 할 수 있습니다.',
  'If it asks for MFA: "aws configure mfa-login" creates a profile with MFA from an access key and a code. Run Rootlock with that profile.':
    'MFA가 필요하다면 "aws configure mfa-login"을 쓰십시오. 액세스 키와 코드로 MFA 프로필이 만들어집니다. 그 프로필로 Rootlock을 실행하십시오.',
  'A policy of the signed-in user or role explicitly denies {action}.':
    '로그인한 사용자나 역할의 정책에서 {action} 호출을 명시적으로 거부합니다.',
  'Ask another administrator, or the root user, to remove the Deny.':
    '다른 관리자나 루트 사용자에게 그 Deny를 제거해 달라고 하십시오.',
  'The resource policy does not allow {action}.':
    '리소스 정책에서 {action} 호출을 허용하지 않습니다.',
  'Look for a Deny in that policy. For a bucket: S3 console > the bucket > Permissions > Bucket policy.':
    '그 정책에 Deny가 있는지 보십시오. 버킷이면 S3 콘솔 > 버킷 > 권한 > 버킷 정책에 있습니다.',
  'Or sign in as somebody whom that policy allows.':
    '또는 그 정책에서 허용하는 사용자로 로그인하십시오.',
  'Only a policy of an organization or of the resource can deny the root user: ask its author.':
    '루트 사용자를 막을 수 있는 것은 조직의 정책이나 리소스의 정책뿐입니다. 그 정책을 만든 사람에게 문의하십시오.',
  'Sign in as the root user, or as an administrator who is allowed to do this.':
    '루트 사용자나, 이것을 할 수 있는 관리자로 로그인하십시오.',
  'Sign in as the root user or as an administrator.': '루트 사용자나 관리자로 로그인하십시오.',
  'Or give them the permissions that "{command}" prints.':
    '또는 "{command}"가 출력하는 권한을 이 자격 증명에 주십시오.',

  'Open Cost Explorer once, as root or as an administrator who may see the bills: {url}':
    '루트 사용자나 청구서를 볼 수 있는 관리자로 로그인해 Cost Explorer를 한 번 여십시오: {url}',
  'AWS then needs up to a day. Run Rootlock again after that.':
    '그 뒤 AWS가 준비하는 데 최대 하루가 걸립니다. 그다음에 Rootlock을 다시 실행하십시오.',
  'Cost Explorer has no data yet.': 'Cost Explorer에 아직 데이터가 없습니다.',
  'Cost Explorer is not switched on yet.': 'Cost Explorer가 아직 켜져 있지 않습니다.',
};

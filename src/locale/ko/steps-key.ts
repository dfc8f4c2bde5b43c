import type { Translations } from '../translations.ts';

/** The access key of a program: its user, its rights, the key, its proof and the old key. */
export const stepsKey: Translations = {
  'an access key for a program: issue, prove and renew it':
    '프로그램의 액세스 키: 발급, 확인, 교체',
  'the key of the program backup; run again to renew it':
    '프로그램 backup의 키(다시 실행하면 교체)',
  'a person, with the AWS CLI or a program of theirs': '사람(AWS CLI나 자기 프로그램에서)',
  'a program on AWS: EC2, ECS, Lambda': 'AWS에서 도는 프로그램: EC2, ECS, Lambda',
  'On EC2, it gets a role: {program} role NAME --for ec2{options}':
    'EC2에서는 역할을 씁니다: {program} role 이름 --for ec2{options}',
  'Elsewhere on AWS: IAM console > Roles > Create role > AWS service.':
    'AWS의 다른 곳: IAM 콘솔 > 역할 > 역할 생성 > AWS 서비스',
  'a workflow of GitHub Actions': 'GitHub Actions 워크플로',
  'GitHub signs in by itself: IAM console > Identity providers > OpenID Connect, and a role that trusts repo:ORG/REPO:ref:refs/heads/main.':
    'GitHub는 스스로 로그인합니다: IAM 콘솔 > 자격 증명 공급자 > OpenID Connect, 그리고 repo:ORG/REPO:ref:refs/heads/main을 신뢰하는 역할',
  'Name of the program or the machine? Its user gets that name.':
    '프로그램이나 서버의 이름을 무엇으로 할까요? 그 이름으로 사용자를 만듭니다.',
  'A key works for ever, and for whoever finds it. What is it for?':
    '키는 기한이 없고, 누가 주워도 쓸 수 있습니다. 무엇에 쓸 키입니까?',
  'a program or a machine elsewhere': 'AWS 밖의 프로그램이나 서버',
  'There is something better than an access key.': '액세스 키보다 나은 방법이 있습니다.',

  'The access key of {name}': '{name}의 액세스 키',
  'An access key for {name}.': '{name}에 쓸 액세스 키입니다.',
  'The key of {name} works.': '{name}의 키를 쓸 수 있습니다.',
  'The key of {name} is not ready yet: {done} of {counted} steps are done.':
    '{name}의 키가 아직 준비되지 않았습니다. {counted}단계 중 {done}단계를 마쳤습니다.',
  'The key of {name}': '{name}의 키',

  'A program has a user of its own: then its key opens nothing but what the program needs.':
    '프로그램에는 전용 사용자를 둡니다. 그러면 그 키로 다른 것은 열 수 없습니다.',
  'Create the user {name}, which never has a password': '{name} 사용자 만들기(암호 없음)',
  '{name} has a console password, so it is a person: a program needs a user of its own.':
    '{name} 사용자는 콘솔 암호가 있으므로 사람입니다. 프로그램에는 전용 사용자가 필요합니다.',
  'For a program, run this with another name, for instance {name}-backup.':
    '프로그램에 쓸 키라면 {name}-backup처럼 다른 이름으로 실행하십시오.',
  'People need no access key: {command} gives them one for some hours, by their browser.':
    '사람에게는 액세스 키가 필요 없습니다. {command} 명령이 브라우저 로그인으로 몇 시간짜리 키를 줍니다.',

  'What the key may do': '키의 권한',
  'A key without rights helps nobody, and one with too many helps whoever steals it.':
    '권한이 없는 키는 쓸모가 없고, 권한이 많은 키는 훔친 사람에게 쓸모가 있습니다.',
  '{policies}, without a group': '{policies}(그룹 없음)',
  'What may {name} do?': '{name} 사용자에게 무엇을 허용할까요?',
  "what one of AWS's policies allows": 'AWS 정책 하나가 허용하는 것',

  'The key': '키',
  'A key works for ever: a leaked one too. Renewing it limits how long.':
    '키에는 기한이 없어서, 유출된 키도 없앨 때까지 쓸 수 있습니다. 교체하면 그 기간이 짧아집니다.',
  '{id}, of {day}': '{id}({day} 생성)',
  'Renew the key of {name} already now': '{name}의 키를 지금 교체',
  'Delete the key {id} of {day}, whose secret nobody has':
    '보안 키를 아무도 갖고 있지 않은 {day}의 키 {id} 삭제',
  'Delete the inactive key {id}, to make room: a user has two at most':
    '자리를 만들기 위해 비활성 키 {id} 삭제(사용자마다 최대 2개)',
  'The key {id} of {day} has never been used. Does a program have its secret?':
    '{day}에 만든 키 {id}[은/는] 한 번도 쓰이지 않았습니다. 그 보안 키를 가진 프로그램이 있습니까?',
  'yes, it is going to use it': '예, 앞으로 씁니다',
  'no, nobody has it: delete the key': '아니요, 아무도 없으니 키를 삭제합니다',
  'The key is {age} days old. After how many days is it to be renewed?':
    '키를 만든 지 {age}일이 지났습니다. 며칠마다 교체할까요?',
  'Where does the new key of {name} go?': '{name}의 새 키를 어디에 둘까요?',
  'into a profile of the AWS CLI on this computer': '이 컴퓨터의 AWS CLI 프로필에',
  'to a secret store elsewhere: it is shown once': '다른 곳의 비밀 저장소에(한 번만 표시)',
  'Name of the profile?': '프로필 이름을 무엇으로 할까요?',
  'Use only A-Z, a-z, 0-9 and these: . @ + - _': 'A-Z, a-z, 0-9와 다음 문자만 쓰십시오: . @ + - _',

  'Create an access key for {name}, and show its secret once':
    '{name}의 액세스 키를 만들고 보안 키를 한 번 표시',
  'Create an access key for {name}, and write it into the profile {profile}':
    '{name}의 액세스 키를 만들어 {profile} 프로필에 기록',
  'IAM console > Users > {name} > Security credentials > Access keys > Delete':
    'IAM 콘솔 > 사용자 > {name} > 보안 자격 증명 > 액세스 키 > 삭제',
  '{file}, profile {profile}: the new key takes the place of {held}.':
    '{file}의 {profile} 프로필에서 {held} 대신 새 키를 씁니다.',
  '{file}: the profile {profile} is there, and gets the new key.':
    '{file}에 이미 있는 {profile} 프로필에 새 키를 넣습니다.',
  '{file} gets a new profile, {profile}, with the key and its secret.':
    '{file}에 키와 보안 키가 든 {profile} 프로필을 새로 만듭니다.',
  '{change} Others on this computer may read the file. Write it?':
    '{change} 이 컴퓨터의 다른 사람도 이 파일을 읽을 수 있습니다. 기록할까요?',
  '{change} Nothing else in the file changes. Write it?':
    '{change} 파일의 다른 부분은 바뀌지 않습니다. 기록할까요?',
  'The secret of the access key {id}. AWS shows it this once.':
    '액세스 키 {id}의 보안 키입니다. AWS는 지금 한 번만 보여 줍니다.',
  'There are two new keys of {name}.': '{name} 사용자의 새 키가 두 개 있습니다.',
  'The reply of AWS arrived damaged.': 'AWS의 응답이 손상되었습니다.',
  'Run Rootlock again: it creates another one.':
    'Rootlock을 다시 실행하십시오. 다른 키를 만듭니다.',
  'The reply of AWS got lost, and with it the secret of a new key of {user}. No such key is left.':
    'AWS의 응답과 함께 {user} 사용자의 새 보안 키가 사라졌습니다. 그 키는 남아 있지 않습니다.',
  'A new key of {user} may work whose secret nobody has.':
    '아무도 보안 키를 갖고 있지 않은 {user} 사용자의 새 키가 남아 있을 수 있습니다.',
  'The new key {id} of {user} works, and nobody has its secret.':
    '{user} 사용자의 새 키 {id}[이/가] 유효하지만, 그 보안 키는 아무도 갖고 있지 않습니다.',
  'Run Rootlock again: it asks about that key, and deletes it.':
    'Rootlock을 다시 실행하십시오. 그 키를 물어보고 삭제합니다.',
  'Meanwhile, another program has changed the profile {profile} in {file}.':
    '그 사이에 다른 프로그램이 {file}의 {profile} 프로필을 바꾸었습니다.',
  'Run Rootlock again: it shows the profile as it is then.':
    'Rootlock을 다시 실행하십시오. 바뀐 프로필을 보여 줍니다.',
  'Type kept once it is where it belongs. It will not be shown again.':
    '있어야 할 곳에 넣었으면 "보관함"을 입력하십시오. 다시 표시되지 않습니다.',
  'Saved. Go on': '저장함. 계속',
  "Put it where the program finds it now. It won't be shown again.":
    '지금 프로그램이 읽을 곳에 넣으십시오. 여기서만 보이고 다시 볼 수 없습니다.',
  'Save it first, then press k.': '먼저 저장한 다음 k를 누르십시오.',
  saved: '저장함',

  'A call signed by it': '새 키로 서명한 호출',
  'The old key goes only after the new one has worked.':
    '새 키를 쓸 수 있음을 확인한 뒤에만 예전 키를 없앱니다.',
  'last used on {day}': '{day}에 마지막으로 사용',
  'AWS accepts it': 'AWS가 받아들임',
  'Ask AWS whose key it is, by a call that the new key of {name} signs':
    '{name}의 새 키로 서명한 호출로 누구의 키인지 AWS에 확인',
  'The key {id} is one of {arn}, and not of {name}.':
    '키 {id}[은/는] {name} 사용자의 것이 아니라 {arn}의 것입니다.',
  'Look which key is in the profile, then run Rootlock again.':
    '프로필에 어떤 키가 있는지 확인한 다음 Rootlock을 다시 실행하십시오.',
  'Nothing on this computer has the secret of the key {id}.':
    '이 컴퓨터에는 키 {id}의 보안 키가 없습니다.',
  'Run a command with it where it is, then run Rootlock again.':
    '그 키가 있는 곳에서 명령을 실행한 다음 Rootlock을 다시 실행하십시오.',
  'AWS does not accept the key {id} yet.': 'AWS가 키 {id}[을/를] 아직 받아들이지 않습니다.',
  'Have the program of {name} use its new key': '{name} 프로그램에서 새 키 사용',
  'Where the key is, run: aws sts get-caller-identity':
    '키가 있는 곳에서 실행하십시오: aws sts get-caller-identity',
  'AWS shows the use under Access keys, "Last used".':
    '쓰고 나면 "액세스 키"의 "마지막 사용"에 표시됩니다.',
  'AWS shows a use after minutes or hours. Carry on; Rootlock looks again at each run.':
    'AWS는 몇 분에서 몇 시간 뒤에 사용을 표시합니다. 계속 진행하면 Rootlock이 실행될 때마다 다시 확인합니다.',

  'The old key': '예전 키',
  'It goes once no program uses it: first it is switched off, later it is deleted.':
    '아무 프로그램도 쓰지 않으면 없앱니다. 먼저 비활성화하고 나중에 삭제합니다.',
  '{id} is inactive': '{id} 비활성',
  'for the program': '프로그램에서',
  '{rights}: all rights, or a way to them': '{rights}: 모든 권한, 또는 그 권한을 얻을 길',
  'Whoever finds this key has all rights of the account, or a way to them: {rights}':
    '이 키를 손에 넣는 사람은 계정의 모든 권한을 갖거나 얻을 수 있습니다: {rights}',
  'set AWS_PROFILE={profile}, or use --profile {profile} of the AWS CLI':
    'AWS_PROFILE={profile} 설정, 또는 AWS CLI에서 --profile {profile}',
  'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, from where you keep the secret':
    '비밀을 보관한 곳에서 AWS_ACCESS_KEY_ID와 AWS_SECRET_ACCESS_KEY 설정',
  'the old key': '예전 키',
  '{id} is off. In some weeks, if nothing has missed it: {command}':
    '{id} 비활성. 몇 주 뒤, 없어도 아무 문제가 없었으면: {command}',
  '{id} works, last used on {day} for {service}':
    '{id} 활성, {day}에 {service}에서 마지막으로 사용',
  '{id} works': '{id} 활성',
  '{id} works, and was never used': '{id} 활성, 사용한 적 없음',
  'Switch the old key {id} of {name} off': '{name}의 예전 키 {id} 비활성화',
  'Switch the old key {id} of {name} off, once nothing has used it for {days} days':
    '{days}일 동안 쓴 곳이 없으면 {name}의 예전 키 {id} 비활성화',
  '{use}; in CloudTrail: {call} on {day}, from {address}':
    '{use}. CloudTrail: {day}에 {address}에서 {call}',
  '{use}; CloudTrail cannot be read in {regions}, so calls there are unknown':
    '{use}. {regions}의 CloudTrail은 읽을 수 없어 그곳의 호출은 알 수 없음',
  '{use}; in CloudTrail: no call in {regions} for {days} days':
    '{use}. CloudTrail: {regions}에서 {days}일 동안 호출 없음',
  'IAM console > Users > {name} > Security credentials > Access keys > Activate':
    'IAM 콘솔 > 사용자 > {name} > 보안 자격 증명 > 액세스 키 > 활성화',
  'Delete the inactive key {id}, once nothing has missed it for some weeks':
    '몇 주 동안 아무 문제가 없으면 비활성 키 {id} 삭제',
  'Both keys are in use. What about the older one, {id}?':
    '두 키를 모두 쓰고 있습니다. 오래된 {id}[은/는] 어떻게 할까요?',
  'it goes, once nothing uses it any more': '아무것도 쓰지 않게 되면 없앱니다',
  'two programs have one each: both stay': '두 프로그램이 하나씩 쓰므로 둘 다 둡니다',
  'For how many days must nothing have used the old key before it is switched off?':
    '며칠 동안 예전 키를 쓴 곳이 없으면 비활성화할까요?',
};

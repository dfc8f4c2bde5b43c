import type { Translations } from '../translations.ts';

/** Changes on this computer, and the steps about it. */
export const computer: Translations = {
  'This computer': '이 컴퓨터',
  'commands without keys': '키 없이 쓰는 명령어',
  '"{command}" failed ({status}).': '"{command}" 실패({status}).',
  'Run it in a terminal of your own: it says why. Then run Rootlock again.':
    '직접 터미널에서 실행하면 이유가 나옵니다. 그다음 Rootlock을 다시 실행하십시오.',
  'The command has ended well, but what it should change is not there: {summary}':
    '명령어는 잘 끝났지만 바뀌어야 할 것이 보이지 않습니다: {summary}',
  'The file was written, and does not hold the change: {summary}':
    '파일을 썼지만 바뀐 내용이 보이지 않습니다: {summary}',
  'Another program may write it too. Run Rootlock again.':
    '다른 프로그램도 이 파일을 쓰는지 모릅니다. Rootlock을 다시 실행하십시오.',
  'Goes: {line}': '빠짐: {line}',
  'Comes: {line}': '들어감: {line}',
  '{file} is a link: {target} changes.': '{file}[은/는] 링크입니다. {target}[이/가] 바뀝니다.',
  'Nothing else in the file changes.': '파일의 다른 내용은 그대로입니다.',
  '{file} is read-only, so it stays as it is.': '{file}[은/는] 읽기 전용이라 그대로 둡니다.',
  'Make it writable, then run Rootlock again.': '쓸 수 있게 한 다음 Rootlock을 다시 실행하십시오.',
  'you, on this computer': '직접, 이 컴퓨터에서',
  '1 change on this computer': '이 컴퓨터에서 변경 1건',
  '{n} changes on this computer': '이 컴퓨터에서 변경 {n}건',
  '{changes}, and {n} on this computer': '{changes}, 이 컴퓨터에서는 {n}건',

  'Copies of deleted keys': '삭제된 키의 사본',
  'A deleted key opens nothing any more. Left on this computer, it makes programs fail, and hides what they really sign in with.':
    '삭제된 키로는 이제 아무것도 열 수 없습니다. 이 컴퓨터에 남아 있으면 프로그램이 실패하고, 무엇으로 로그인하는지 알기 어려워집니다.',
  'none on this computer': '이 컴퓨터에 없음',
  '{n} keys': '키 {n}개',
  'the deleted key {id} in AWS_ACCESS_KEY_ID': 'AWS_ACCESS_KEY_ID에 삭제된 키 {id}',
  "root's key {id} in AWS_ACCESS_KEY_ID": 'AWS_ACCESS_KEY_ID에 루트의 키 {id}',
  'the deleted key {id} in {file}': '{file}에 삭제된 키 {id}',
  "root's key {id} in {file}": '{file}에 루트의 키 {id}',
  'Deleted key': '삭제된 키',
  '{id} is still in {file}, beside another key: take it out of the profile {profile}.':
    '{file}에 {id}[이/가] 다른 키와 함께 남아 있습니다. {profile} 프로필에서 빼십시오.',
  'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in this shell still hold {id}: unset them, and remove them from the file that sets them.':
    '이 셸의 AWS_ACCESS_KEY_ID와 AWS_SECRET_ACCESS_KEY에 {id}[이/가] 남아 있습니다. unset으로 지우고, 설정하는 파일에서도 빼십시오.',
  'Take {keys} out of {file}': '{file}에서 {keys} 빼기',
  '{file} cannot be read, so it may hold a deleted key.':
    '{file}[을/를] 읽을 수 없어, 삭제된 키가 있는지 알 수 없습니다.',
  'Look at the file yourself, or make it readable. Then run Rootlock again.':
    '파일을 직접 확인하거나 읽을 수 있게 하십시오. 그다음 Rootlock을 다시 실행하십시오.',

  'Run Rootlock again, and read what the command says.':
    'Rootlock을 다시 실행하고, 명령어가 하는 말을 읽어 보십시오.',
  '{steps} are about your own computer and AWS: run Rootlock there, without an endpoint.':
    '다음은 사용자의 컴퓨터와 AWS에 관한 단계입니다: {steps}. 그 컴퓨터에서 엔드포인트 없이 Rootlock을 실행하십시오.',
  'Left out, since it is about your own computer: {steps}.':
    '사용자의 컴퓨터에 관한 것이라 제외: {steps}.',
  'Git does not answer "git {args}".': 'Git이 "git {args}"에 답하지 않습니다.',
  'Run it in a terminal: it says why. Then run Rootlock again.':
    '터미널에서 실행하면 이유가 나옵니다. 그다음 Rootlock을 다시 실행하십시오.',

  'AWS CLI as the administrator': '관리자로 쓰는 AWS CLI',
  'Commands and programs on this computer then work with a session that ends by itself, not as root and without an access key that can leak.':
    '이 컴퓨터의 명령어와 프로그램이 루트 사용자로, 또는 유출될 수 있는 액세스 키로 일하지 않고 저절로 끝나는 세션으로 일하게 합니다.',
  '{profile}, AWS CLI {version}': '{profile} 프로필, 버전 {version}',
  'no AWS CLI on this computer': '이 컴퓨터에 AWS CLI가 없음',
  'AWS CLI {version} is too old to sign in': 'AWS CLI {version}: 로그인하기에는 너무 오래됨',
  'AWS CLI {version}, nobody signed in as the administrator':
    'AWS CLI {version}, 관리자로 로그인되어 있지 않음',
  'Sign in as the administrator, in the profile {profile}: {command}':
    '{profile} 프로필에 관리자로 로그인: {command}',
  'Update the AWS CLI to 2.32 or later: yours is {version}':
    'AWS CLI를 2.32 이상으로 업데이트(현재 {version})',
  'The page has the steps for each computer. Rootlock goes on once "aws --version" says 2.32 or later here.':
    '페이지에 컴퓨터별 방법이 있습니다. 여기서 "aws --version"이 2.32 이상이 되면 Rootlock이 계속합니다.',
  'Open https://awscli.amazonaws.com/AWSCLIV2.pkg and follow the installer, also to update.':
    'https://awscli.amazonaws.com/AWSCLIV2.pkg 를 열어 설치하십시오. 업데이트도 같은 방법입니다.',
  'Run: msiexec.exe /i https://awscli.amazonaws.com/AWSCLIV2.msi':
    '실행: msiexec.exe /i https://awscli.amazonaws.com/AWSCLIV2.msi',
  'Not by apt or pip, which have old ones: the page has the lines to paste.':
    'apt와 pip로는 오래된 버전이 설치되므로 쓰지 마십시오. 붙여넣을 명령어는 페이지에 있습니다.',
  'Not by pip, which has an old one: the page has the lines to paste.':
    'pip로는 오래된 버전이 설치되므로 쓰지 마십시오. 붙여넣을 명령어는 페이지에 있습니다.',

  'No keys in Git': 'Git에 키 넣지 않기',
  'Keys in a public repository are found and used within minutes. A hook on this computer refuses the commit. GitHub itself stops only a push to a public repository, with a key and its secret in one file.':
    '공개 저장소에 들어간 키는 몇 분 안에 발견되어 쓰입니다. 이 컴퓨터의 훅이 그런 커밋을 막습니다. GitHub 자체는 키 ID와 보안 키가 한 파일에 있는 공개 저장소 푸시만 막습니다.',
  'Git is not on this computer': '이 컴퓨터에 Git이 없음',
  '{guard} looks at each commit': '{guard}[이/가] 커밋마다 확인함',
  'hooks of your own, without git-secrets': '직접 만든 훅이 있고 git-secrets는 없음',
  'no commit is checked': '커밋을 확인하는 것이 없음',
  'the page of git-secrets': 'git-secrets 페이지',
  'Install git-secrets, a tool by AWS, on this computer':
    'AWS가 만든 git-secrets를 이 컴퓨터에 설치',
  'The page says more about it. Rootlock goes on once "git secrets" can be run here.':
    '자세한 것은 페이지에 있습니다. 여기서 "git secrets"를 실행할 수 있게 되면 Rootlock이 계속합니다.',
  'In a terminal: {command}': '터미널에서: {command}',
  'In PowerShell: git clone https://github.com/awslabs/git-secrets; cd git-secrets; ./install.ps1':
    'PowerShell에서: git clone https://github.com/awslabs/git-secrets; cd git-secrets; ./install.ps1',
  'Tell git-secrets what keys of AWS look like: {command}':
    'git-secrets에 AWS 키의 모양 알려 주기: {command}',
  'Put its hooks into a template: {command}': '템플릿에 훅 넣기: {command}',
  'Delete the hooks in {folder}': '{folder}의 훅 삭제',
  'Have Git use the template for new repositories, and in others once you run "git init" there: {command}':
    'Git이 새 저장소에서 그 템플릿을 쓰게 하기(이미 있는 저장소에서는 "git init"을 실행한 뒤): {command}',
  'Have your own pre-commit hook call git-secrets':
    '직접 만든 pre-commit 훅에서 git-secrets를 실행하게 하기',
  'Add this line to {file}: {line}': '{file}에 다음 줄을 추가하십시오: {line}',
  'Rootlock changes no hook that is there already. It goes on once the line is in it.':
    'Rootlock은 이미 있는 훅을 바꾸지 않습니다. 줄이 추가되면 계속합니다.',
};

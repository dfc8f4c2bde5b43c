import type { Translations } from '../translations.ts';

/** `--help`, and errors in the command line. */
export const help: Translations = {
  'Usage:': '사용법:',
  'Options:': '옵션:',
  'Commands:': '명령:',
  'Examples:': '예:',
  'Exit codes:': '종료 코드:',
  '{program} [command] [options]': '{program} [명령] [옵션]',
  '{program} {command} [options]': '{program} {command} [옵션]',
  '[=<how>]': '[=<방식>]',
  '<region>': '<리전>',
  '<url>': '<URL>',
  '<ids>': '<ID>',
  '<file>': '<파일>',
  '<service>': '<서비스>',
  '<id>': '<ID>',
  '<language>': '<언어>',
  '<command>': '<명령>',
  '<folder>': '<폴더>',
  '[name]': '[이름]',
  '[command]': '[명령]',
  '[page] [row] [id=value ...]': '[페이지] [행] [ID=값 ...]',
  'Makes a brand-new AWS account safe, step by step.': '새 AWS 계정을 한 단계씩 안전하게 만듭니다.',
  'show this help': '이 도움말 보기',
  'show every change that would be made; reads only': '바꾸려는 내용 모두 보기(읽기만 함)',
  'the practice account instead of AWS; fresh starts it over, project as a project of the new sign-up, busy as an account with a history':
    'AWS 대신 연습용 계정 사용. fresh: 처음부터, project: 새 가입 방식의 프로젝트로, busy: 여러 해 쓴 계정으로 처음부터',
  'AWS CLI profile (AWS_PROFILE)': 'AWS CLI 프로필(AWS_PROFILE)',
  'home region, such as us-east-1 (AWS_REGION)': '기본 리전, 예: us-east-1(AWS_REGION)',
  'an endpoint other than AWS (AWS_ENDPOINT_URL)': 'AWS가 아닌 다른 엔드포인트(AWS_ENDPOINT_URL)',
  'only these steps or chapters, separated by commas': '이 단계나 챕터만 진행(쉼표로 구분)',
  'status: recommended steps count too (exit code 2)': 'status: 권장 단계만 남아도 종료 코드 2',
  'all but these steps or chapters': '이 단계나 챕터는 빼고 진행',
  'answers from a JSON file that names its account': '어느 계정용인지 적힌 JSON 답변 파일',
  'accept defaults, confirm what is not dangerous': '기본값을 쓰고 위험하지 않은 변경은 승인',
  'one JSON document, for programs': '다른 프로그램을 위한 JSON 문서 하나',
  'sentences only: for screen readers and logs': '문장으로만 출력(스크린 리더와 로그용)',
  'en or ko (default: LC_ALL, LC_MESSAGES, LANG)': 'en 또는 ko(기본값: LC_ALL, LC_MESSAGES, LANG)',
  'show every call to AWS': 'AWS 호출을 모두 표시',
  'the policy for whoever only looks': '보기만 하는 사람에게 필요한 정책',
  'show the version': '버전 보기',

  'secure what is not secure yet; run again to resume':
    '남은 것을 차례로 진행(다시 실행하면 이어짐)',
  'the checklist; reads only': '점검표(읽기만 함)',
  'what was sent to each account': '작업 기록: 계정마다 AWS에 보낸 것',
  'the IAM policy that a run needs': '실행에 필요한 IAM 정책',
  'try it on a pretend account, nothing is real': '가상의 계정으로 연습(실제로 바뀌는 것 없음)',
  'every change that would be made; reads only': '미리 보기: 바꾸려는 내용 모두(읽기만 함)',
  'with the credentials of that profile': '지정한 프로필의 자격 증명으로',
  'the checklist for a program': '다른 프로그램을 위한 점검표',
  'the checklist of one chapter': '챕터 하나의 점검표',
  'what was sent to the practice account': '연습용 계정에 보낸 것',
  'the policy in a file, to attach in IAM': 'IAM에서 연결할 정책을 파일로',
  'with the browser of another device': '다른 기기의 브라우저로 로그인',
  'rehearsed: nothing is real, and nothing is kept': '연습: 실제인 것도, 저장되는 것도 없음',
  'the session of that profile': '지정한 프로필의 세션 삭제',
  'what a command does, and its options': '명령 하나의 설명과 옵션',
  'something is left to do': '할 일이 남음',
  'something is blocked': '막힌 것이 있음',
  'a bug in Rootlock': 'Rootlock의 버그',
  'wrong usage': '명령을 잘못 입력함',
  'you stopped it': '중간에 멈춤',

  '{problem} See "{program} --help".': '{problem} 사용법: "{program} --help"',
  '{option} takes one of {all}, not {value}.':
    '{option}에는 {all} 중 하나를 써야 합니다. {value}[은/는] 쓸 수 없습니다.',
  '{option} takes only {only}, not {value}.':
    '{option}에는 {only}만 쓸 수 있습니다. {value}[은/는] 쓸 수 없습니다.',
  'There is no option {named}.': '{named} 옵션이 없습니다.',
  'There is no option {named}. If it is a name: {program} {words}':
    '{named} 옵션이 없습니다. 이름이라면: {program} {words}',
  'There is no option {named}. Did you mean {meant}?':
    '{named} 옵션이 없습니다. 혹시 {meant}입니까?',
  'There is no command {word}. Did you mean {meant}?':
    '{word}[이라는/라는] 명령이 없습니다. 혹시 {meant}입니까?',
  '{option} is not for {command}. "{program} help {command}" shows what is.':
    '{option}[은/는] {command}에 쓸 수 없는 옵션입니다. 쓸 수 있는 옵션 보기: "{program} help {command}"',
  '{named} needs a value.': '{named}에 값이 없습니다.',
  'Use one command at a time.': '명령은 하나만 쓸 수 있습니다.',
  'There is no command {word}. Commands: {commands}.':
    '{word}[이라는/라는] 명령이 없습니다. 명령: {commands}.',
  '--only and --skip need ids of steps or chapters.':
    '--only와 --skip에는 단계나 챕터의 ID를 써야 합니다.',
  'There is no step or chapter {id}. Did you mean {meant}?':
    '{id}[이라는/라는] 단계나 챕터가 없습니다. 혹시 {meant}입니까?',
  'There is no step or chapter {id}. Chapters: {chapters}. Steps: {steps}.':
    '{id}[이라는/라는] 단계나 챕터가 없습니다. 챕터: {chapters}. 단계: {steps}.',
  '--only asks for {id}, but --skip removes all of it.':
    '--only로 고른 {id}[이/가] --skip 때문에 모두 빠집니다.',
};

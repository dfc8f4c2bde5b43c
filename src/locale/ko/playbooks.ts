import type { Translations } from '../translations.ts';

/** Runs that are about one person or thing: their commands, and what they say in place of the account's words. */
export const playbooks: Translations = {
  'a way in for somebody: user, group, MFA and password':
    '다른 사람이 들어올 길: 사용자, 그룹, MFA, 암호',
  'the way in of kim; run again to resume': 'kim이 들어올 길(다시 실행하면 이어짐)',
  'what is missing of it; reads only': '아직 남은 것(읽기만 함)',
  'tried on a pretend account': '가상의 계정으로 연습',
  'the policy that the command person needs': 'person 명령에 필요한 정책',
  'One name at a time. If it has blanks, AWS does not take it.':
    '이름은 하나만 쓸 수 있습니다. 빈칸이 있는 이름은 AWS에서 쓸 수 없습니다.',
  'Nobody is here to say whom it is about. Name them: {command}':
    '터미널이 아니어서 이름을 물어볼 수 없습니다. 이름을 함께 쓰십시오: {command}',
  '<name>': '<이름>',
  'All done. Now the text to send to them: how they sign in, without the password. In which language?':
    '모두 마쳤습니다. 이제 그 사람에게 보낼 글을 씁니다. 로그인 방법은 있고 암호는 없습니다. 어느 언어로 쓸까요?',
  'The text to send. Nothing in it is secret: the password goes another way.':
    '보낼 글입니다. 비밀은 들어 있지 않습니다. 암호는 다른 방법으로 전하십시오.',
  'copy the text': '글 복사',
  'Press Enter to go on.': 'Enter를 누르면 계속합니다.',
  '{over} Press Enter to finish, or look at a step.':
    '{over} Enter를 누르면 마칩니다. 단계를 다시 볼 수도 있습니다.',
  'Nothing is changed before you say so. Leave and come back at any time.':
    '승인하기 전에는 아무것도 바꾸지 않습니다. 언제든 나갔다가 돌아와도 됩니다.',
};

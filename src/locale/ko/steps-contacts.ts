/** The contacts of the account, and the proof of its phone. */
export const stepsContacts = {
  Contacts: '연락처',
  'AWS writes when it finds a key of yours in public, when a payment fails, when it is about to close something: by default to the mailbox of root alone.':
    '액세스 키가 공개된 곳에서 발견되거나, 결제에 실패하거나, 무언가 곧 종료될 때 AWS가 이메일을 보냅니다. 기본적으로는 루트 사용자의 메일함으로만 옵니다.',
  security: '보안',
  billing: '결제',
  operations: '운영',
  'Have AWS write to another mailbox too, about {what}': '{what} 알림을 담당자도 받게 하기',
  'Have AWS write to {name} ({email}) too, about {what}':
    '{what} 알림을 {name}({email}) 담당자도 받게 하기',
  'the account page > Alternate contacts > Edit': '계정 페이지 > 대체 연락처 > 편집',
  "Who else gets AWS's emails, in case root's mailbox is lost?":
    '루트 메일함이 없어질 때를 대비해 AWS의 이메일을 또 누가 받습니까?',
  'you: {name}, {email}, {phone}': '본인: {name}, {email}, {phone}',
  'somebody else for all of it': '다른 한 사람이 모두',
  'one person for all of it': '한 사람이 모두',
  'a different person for each: security, billing, operations': '보안, 결제, 운영마다 다른 사람',
  'Name of the contact for {what}?': '{what} 담당자의 이름을 입력하십시오.',
  'Job title of the contact for {what}?': '{what} 담당자의 직책을 입력하십시오.',
  "Email address of the contact for {what}? Not root's mailbox.":
    '{what} 담당자의 이메일 주소를 입력하십시오. 루트 사용자의 메일함이 아니어야 합니다.',
  'Phone number of the contact for {what}, with the country code?':
    '{what} 담당자의 전화번호를 국가 코드와 함께 입력하십시오.',
  'Name of the person?': '담당자 이름을 입력하십시오.',
  'Job title of the person?': '담당자 직책을 입력하십시오.',
  'Email address? Not the mailbox of root, which AWS writes to anyway.':
    '이메일 주소를 입력하십시오. 루트 사용자의 메일함으로는 어차피 오므로 다른 메일함이 좋습니다.',
  'Phone number, with the country code?': '국가 코드를 포함한 전화번호를 입력하십시오.',
  'Use {most} characters at most.': '{most}자까지 입력할 수 있습니다.',
  'Use digits, blanks, +, - and brackets.': '숫자, 공백, +, -, 괄호만 쓸 수 있습니다.',
  'Enter the whole number, + and the country code first: +82 10 1234 5678.':
    '+와 국가 코드로 시작하는 전체 번호를 입력하십시오(예: +82 10 1234 5678).',
  'AWS does not take {address} for a contact.': 'AWS는 {address} 주소를 연락처로 받지 않습니다.',
  'Prove the phone of the account: AWS sends an SMS with a code to {phone}':
    '계정의 전화번호 확인: AWS가 {phone} 번호로 코드를 문자 메시지(SMS)로 보냄',
  'Code of the SMS?': '문자 메시지(SMS)로 받은 코드를 입력하십시오.',
  'AWS does not take this code. Code of the newest SMS?':
    'AWS가 이 코드를 받지 않습니다. 가장 최근 문자 메시지(SMS)의 코드를 입력하십시오.',
  'The code has six characters.': '코드는 여섯 자입니다.',
  "Choose what AWS may advertise to root's mailbox, so that what matters stands out":
    '루트 사용자의 메일함으로 받을 AWS 홍보 이메일 고르기(중요한 이메일이 묻히지 않도록)',
  'Enter the email address of the root user.': '루트 사용자의 이메일 주소를 입력합니다.',
  'Select the news and offers that you want, or unsubscribe from all of them.':
    '받고 싶은 소식과 안내만 선택하거나, 모두 수신 거부합니다.',
  '{now}; AWS knows no owner of the account': '{now} / AWS에 계정 소유자 정보가 없음',
  '{now}; the phone of the account is not proven': '{now} / 계정의 전화번호가 확인되지 않음',
  "nobody but root's mailbox gets what AWS writes":
    'AWS가 보내는 이메일이 루트 사용자의 메일함으로만 옴',
  'nobody for {kinds}': '담당자 없음: {kinds}',
  'security, billing and operations': '보안, 결제, 운영',
  'security, billing and operations, all at one mailbox': '보안, 결제, 운영 모두 한 메일함',
};

import type { Translations } from '../translations.ts';

/** What the kind of account means for its owner. */
export const accountKinds: Translations = {
  'AWS has not activated this account yet: finish the registration at https://portal.aws.amazon.com/billing/signup. Users, passwords and MFA can be set up now; the rest once AWS has activated it.':
    'AWS가 이 계정을 아직 활성화하지 않았습니다. https://portal.aws.amazon.com/billing/signup 에서 가입을 마치십시오. 사용자, 암호, MFA는 지금 설정할 수 있고, 나머지는 활성화된 뒤에 할 수 있습니다.',
  'This account manages an organization: its policies never limit this account, and whoever gets in here can reach the member accounts.':
    '이 계정은 조직을 관리하는 계정입니다. 조직의 정책은 이 계정을 제한하지 않으며, 여기에 들어온 사람은 멤버 계정에도 들어갈 수 있습니다.',
  'This is a member account of the organization managed by {manager}: its policies may forbid things, even to the root user.':
    '이 계정은 {manager} 계정이 관리하는 조직의 멤버 계정입니다. 조직의 정책은 루트 사용자의 작업까지 막을 수 있습니다.',
  'This is a project of the new AWS sign-up: nobody signs in as its root user or with an IAM password, and policies of AWS forbid much else.':
    '이 계정은 새로운 AWS 가입 방식으로 만든 프로젝트입니다. 루트 사용자나 IAM 암호로는 로그인할 수 없고, 그 밖의 많은 일도 AWS의 정책으로 제한됩니다.',
  'Rootlock leaves out what cannot be done in a project, and secures what can.':
    'Rootlock은 프로젝트에서 할 수 없는 단계는 빼고, 할 수 있는 것만 안전하게 설정합니다.',
  'Turn on MFA for your Builder ID, and set a spend limit, at {page}':
    '{page} 에서 Builder ID에 MFA를 켜고 지출 한도를 정하십시오.',
  'The FREE plan of this account has ended: AWS closes the account unless you upgrade to the paid plan.':
    '이 계정의 무료 플랜이 끝났습니다. 유료 플랜으로 업그레이드하지 않으면 AWS가 계정을 해지합니다.',
  'This account is on the FREE plan until {day}, with {usd} USD of credits left: Rootlock never does anything that ends the free plan.':
    '이 계정은 {day}까지 무료 플랜이며, 크레딧이 {usd}달러 남았습니다. Rootlock은 무료 플랜을 끝내는 일을 절대 하지 않습니다.',
  'This account is on the FREE plan until {day}: Rootlock never does anything that ends the free plan.':
    '이 계정은 {day}까지 무료 플랜입니다. Rootlock은 무료 플랜을 끝내는 일을 절대 하지 않습니다.',
  'This account is on the FREE plan: Rootlock never does anything that ends the free plan.':
    '이 계정은 무료 플랜입니다. Rootlock은 무료 플랜을 끝내는 일을 절대 하지 않습니다.',

  'In a project, there is nothing to do about {steps}: see https://settings.aws.com':
    '프로젝트에서는 할 일이 없는 단계입니다: {steps}. https://settings.aws.com 을 참고하십시오.',
  '{refusal}. Practice on another account: --practice=fresh':
    '{refusal} 다른 계정에서 연습하려면: --practice=fresh',
  'What Rootlock can secure in this project is secure.':
    '이 프로젝트에서 Rootlock으로 설정할 수 있는 것은 모두 안전하게 설정되었습니다.',
  'What Rootlock can secure in this project is secure. Press Enter to finish, or look at a step.':
    '이 프로젝트에서 Rootlock으로 설정할 수 있는 것은 모두 안전하게 설정되었습니다. Enter를 눌러 마치거나 단계를 살펴보십시오.',
  'Left out, since it does not apply to a project: {steps}.':
    '프로젝트에는 해당하지 않아 뺀 단계: {steps}.',
  'AWS made this policy for projects. A project works in one region: find it at https://settings.aws.com (the project, Overview, Region), and name it with --region.':
    'AWS가 프로젝트에 적용하는 정책입니다. 프로젝트는 리전 하나에서만 쓸 수 있습니다. https://settings.aws.com 에서 프로젝트의 리전(Overview > Region)을 확인하고 --region으로 지정하십시오.',
  'If that is the region of this run, AWS does not allow it in a project.':
    '이미 그 리전에서 실행했다면, 프로젝트에서는 AWS가 허용하지 않는 일입니다.',
};

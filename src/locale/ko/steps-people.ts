import type { Translations } from '../translations.ts';

/** People: MFA of everybody, the policy that requires it, and policies attached to users. */
export const stepsPeople: Translations = {
  'Create the policy {name}: without MFA, only setting up MFA is allowed':
    '{name} 정책 생성: MFA 없이는 MFA 설정만 허용',
  'IAM console > Policies > {name} > Delete': 'IAM 콘솔 > 정책 > {name} > 삭제',
  'Require MFA of everybody in the group {group}': '{group} 그룹의 모든 사용자에게 MFA 요구',
};

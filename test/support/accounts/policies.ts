export const ADMINISTRATOR_ACCESS = 'arn:aws:iam::aws:policy/AdministratorAccess';

/** A policy document that allows everything, unless `more` says otherwise. */
export const allowAll = (more: object = {}): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', ...more }],
  });

/** A trust policy. A SAML provider's people come from AWS's sign-in page, as those of IAM Identity Center do. */
export const trustPolicy = (principal: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: principal,
        ...('Federated' in principal
          ? {
              Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
              Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
            }
          : { Action: 'sts:AssumeRole' }),
      },
    ],
  });

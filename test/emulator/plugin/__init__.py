"""What moto 5.2.5 lacks of the AWS that Rootlock meets. Each line was tried with the AWS CLI before it was mended.

Of a single service: see the packages in `services`. Of all of them:

moto as it comes                                                         here
Any access key is taken; the caller is `user/moto`                       wire.py         unknown keys are refused, as AWS does
Sessions never end                                                       wire.py
Answers of S3 about a bucket have no request id                          wire.py
Every region is switched on                                              regions.py
Users may do all; what it can enforce names S3's and Budgets' actions    permitted.py, services/*/actions.py
  otherwise than AWS
/moto-api/data.json knows nothing of aliases, memberships and MFA        state.py
  devices, keeps what was deleted, and fails after GetUser

Right as it comes, and used so: users, groups, policies and their attachments, URL-encoded policy documents,
GetLoginProfile, ListAccountAliases, DescribeOrganization, names of buckets in the account's own namespace, the Date header, error codes and their HTTP status.
"""

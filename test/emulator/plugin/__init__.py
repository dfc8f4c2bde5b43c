"""What moto 5.2.5 lacks of the AWS that Rootlock meets. Each line was tried with the AWS CLI before it was mended.

moto as it comes                                                         here
Any access key is taken; the caller is `user/moto`                       wire.py    unknown keys are refused, as AWS does
There is no account root: no keys, no summary flags, no report row       root.py
A call without UserName is about nobody, or about `None`                 root.py    it is about the caller
EnableMFADevice takes any two codes and any serial number, also of a     mfa.py, totp.py    RFC 6238 against the device's seed
  device that is someone's; ResyncMFADevice is missing
Whoever is signed in without MFA may change their own MFA devices        mfa.py, sessions.py
GetSessionToken takes any code, and gives a key that nobody knows        sts.py, sessions.py
ListVirtualMFADevices shows every seed                                   mfa.py     a seed is shown once
DeleteVirtualMFADevice takes a device away from its user                 mfa.py     DeleteConflict
CreateVirtualMFADevice drops Tags; ListMFADeviceTags is missing          mfa.py
The password policy holds nobody; PasswordResetRequired is dropped;      passwords.py
  UpdateLoginProfile without Password takes the password away
UpdateAccountPasswordPolicy takes figures that AWS refuses               passwords.py
GetAccountAuthorizationDetails knows no pages, and lists every policy    details.py
  of AWS where AWS lists those in use; its trust policies are not
  URL-encoded
The caller's signing certificates cannot be asked for, root's neither    certificates.py
SimulatePrincipalPolicy is missing; conditions are checked of trust      simulate.py, policy_language.py
  policies alone, variables of none
LookupEvents is missing                                                  history.py, events.py
GetAccessKeyLastUsed tells of a use at once                              root.py, history.py
Every region is switched on                                              regions.py
Sessions never end                                                       wire.py
Users may do all; what it can enforce names S3's and Budgets' actions    permitted.py
  otherwise than AWS
account:GetAccountInformation is missing                                 about.py
CreateTrail never looks at the bucket's policy, and replaces a trail of  trails.py
  the same name; a trail of another region is not found where AWS names
  its home; a new trail has no event selectors; trailNameList is ignored
A new bucket is open, with ACLs, unencrypted; any policy is taken; a     buckets.py
  bucket of another account or region answers as if it were here; a
  bucket of us-east-1 can be made again however it is; rules of both
  forms mix; a Deny holds whatever its conditions
Budgets cannot be changed; subscribers are not told; any amount, address budgets.py
  and duplicate is taken; an empty list is given where AWS gives none
What is deleted leaves its tags (trails), or an empty place (budgets)    trails.py, budgets.py
Answers of S3 about a bucket have no request id                          wire.py
/moto-api/data.json knows nothing of aliases, memberships and MFA        state.py
  devices, keeps what was deleted, and fails after GetUser

Right as it comes, and used so: users, groups, policies and their attachments, URL-encoded policy documents,
GetLoginProfile, ListAccountAliases, DescribeOrganization, names of buckets in the account's own namespace, the Date header, error codes and their HTTP status.
"""

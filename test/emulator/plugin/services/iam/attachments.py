"""A policy that is attached already is attached once. AttachRolePolicy may be sent again: IAM API reference, AttachRolePolicy."""

from moto.iam import models


class AttachmentsBackend(models.IAMBackend):
    def attach_role_policy(self, policy_arn, role_name):
        if policy_arn not in self.get_role(role_name).managed_policies:
            super().attach_role_policy(policy_arn, role_name)

"""Service Authorization Reference, "Actions, resources, and condition keys for AWS Budget Service"."""

# Where an action has not the name of its operation.
NAMED = {
    "CreateBudget": "ModifyBudget",
    "CreateNotification": "ModifyBudget",
    "CreateSubscriber": "ModifyBudget",
    "DescribeBudgets": "ViewBudget",
    "DescribeNotificationsForBudget": "ViewBudget",
    "DescribeSubscribersForNotification": "ViewBudget",
    "UpdateBudget": "ModifyBudget",
}


def actions(asked):
    yield f"budgets:{NAMED.get(asked.operation, asked.operation)}"
    if asked.operation == "CreateBudget" and '"ResourceTags"' in asked.body:
        yield "budgets:TagResource"

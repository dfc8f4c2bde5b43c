"""What EC2 makes of new things in each region, which moto lacks but for the encryption of volumes. All else is moto's.

The encryption is answered here too: moto makes a region's networks and images for it, which takes long.
"""

from urllib.parse import parse_qs

from werkzeug.wrappers import Response

# By region, what differs from a new account.
settings = {}

# EC2 User Guide: the public sharing of images is blocked in accounts made since 2023, that of snapshots in none.
NEW = {"encrypted": "false", "snapshots": "unblocked", "images": "block-new-sharing", "tokens": None, "hops": None}


def reset():
    settings.clear()


def known():
    return settings


def answer(asked):
    """None: moto answers."""
    found = {**NEW, **settings.get(asked.region, {})}
    given = {name: value for name, (value, *_) in parse_qs(asked.body).items()}
    operation = asked.operation
    if operation in WRITES:
        found |= WRITES[operation](given)
        settings[asked.region] = {name: value for name, value in found.items() if value != NEW[name]}
    if operation in ANSWERS:
        return said(operation, ANSWERS[operation](found))
    # Nobody has what an account would notice.
    if is_about_public(given):
        return said(operation, "")
    return None


WRITES = {
    "EnableEbsEncryptionByDefault": lambda _: {"encrypted": "true"},
    "ModifyInstanceMetadataDefaults": lambda given: {
        "tokens": given["HttpTokens"],
        "hops": given["HttpPutResponseHopLimit"],
    },
    "EnableSnapshotBlockPublicAccess": lambda given: {"snapshots": given["State"]},
    "EnableImageBlockPublicAccess": lambda given: {"images": given["ImageBlockPublicAccessState"]},
}


def encryption(found):
    return f"<ebsEncryptionByDefault>{found['encrypted']}</ebsEncryptionByDefault>"


def metadata(found):
    if not found["tokens"]:
        return "<accountLevel/>"
    tokens, hops = found["tokens"], found["hops"]
    limit = f"<httpPutResponseHopLimit>{hops}</httpPutResponseHopLimit>"
    return f"<accountLevel><httpTokens>{tokens}</httpTokens>{limit}<managedBy>account</managedBy></accountLevel>"


def snapshots(found):
    return f"<state>{found['snapshots']}</state><managedBy>account</managedBy>"


def images(found):
    state = f"<imageBlockPublicAccessState>{found['images']}</imageBlockPublicAccessState>"
    return f"{state}<managedBy>account</managedBy>"


ANSWERS = {
    "GetEbsEncryptionByDefault": encryption,
    "EnableEbsEncryptionByDefault": encryption,
    "GetInstanceMetadataDefaults": metadata,
    "ModifyInstanceMetadataDefaults": lambda _: "<return>true</return>",
    "GetSnapshotBlockPublicAccessState": snapshots,
    "EnableSnapshotBlockPublicAccess": snapshots,
    "GetImageBlockPublicAccessState": images,
    "EnableImageBlockPublicAccess": images,
    "GetSerialConsoleAccessStatus": lambda _: "<serialConsoleAccessEnabled>false</serialConsoleAccessEnabled>",
}


def is_about_public(given):
    """Instances that answer to IMDSv1, and public snapshots and images of this account."""
    return (
        given.get("Filter.1.Name") == "metadata-options.http-tokens"
        or given.get("RestorableBy.1") == "all"
        or given.get("ExecutableBy.1") == "all"
    )


def said(operation, body):
    xmlns = "http://ec2.amazonaws.com/doc/2016-11-15/"
    return Response(f'<{operation}Response xmlns="{xmlns}">{body}</{operation}Response>', 200, mimetype="text/xml")

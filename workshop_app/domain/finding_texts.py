"""What findings are called, what to ask and how they are usually decided (METHOD C.3.3, C.3.4)."""

from __future__ import annotations

from types import MappingProxyType

from workshop_app.domain.findings import FindingCode
from workshop_app.domain.message import N_

LABELS = MappingProxyType(
    {
        FindingCode.DUPLICATION: N_("Duplication"),
        FindingCode.SHIFTED: N_("Shifted responsibility"),
        FindingCode.CONTESTED: N_("Contested"),
        FindingCode.GAP: N_("Gap"),
        FindingCode.OVERLAP: N_("Overlap"),
        FindingCode.CLAIM_WITHOUT_WORK: N_("Claimed, not done"),
        FindingCode.WORK_WITHOUT_CLAIM: N_("Done, not claimed"),
        FindingCode.SHARED_NO_RULE: N_("Shared without a rule"),
        FindingCode.ONE_SIDED: N_("One-sided view"),
        FindingCode.AGREED_SHARED: N_("Agreed, shared"),
        FindingCode.AGREED: N_("Agreed"),
        FindingCode.NO_DATA: N_("No data"),
    }
)
"""The label of each finding as a message id."""

QUESTIONS = MappingProxyType(
    {
        FindingCode.DUPLICATION: N_("What will the client notice if only one of you does it?"),
        FindingCode.SHIFTED: N_("Whose job is it from Monday?"),
        FindingCode.CONTESTED: N_("What do you lose if it is theirs?"),
        FindingCode.GAP: N_("Is it needed at all? What happens within a year without it?"),
        FindingCode.OVERLAP: N_("Split by what: client, industry, stage, size?"),
        FindingCode.CLAIM_WITHOUT_WORK: N_("When was it last done?"),
        FindingCode.WORK_WITHOUT_CLAIM: N_("Who really does it? Thank you. Keep it there?"),
        FindingCode.SHARED_NO_RULE: N_("One sentence for the rule, please."),
        FindingCode.ONE_SIDED: N_("Tell each other in one minute."),
    }
)
"""The facilitator's question by finding as a message id; an agreement needs none."""

USUAL_DECISIONS = MappingProxyType(
    {
        FindingCode.DUPLICATION: N_("assign, or split by client"),
        FindingCode.SHIFTED: N_("assign"),
        FindingCode.CONTESTED: N_("assign, and a rule who is credited"),
        FindingCode.GAP: N_("assign, or stop openly"),
        FindingCode.OVERLAP: N_("split"),
        FindingCode.CLAIM_WITHOUT_WORK: N_("assign with hours, or stop"),
        FindingCode.WORK_WITHOUT_CLAIM: N_("assign, usually to the one who does it"),
        FindingCode.SHARED_NO_RULE: N_("joint or split"),
        FindingCode.ONE_SIDED: N_("none, or training"),
    }
)
"""The usual decision by finding as a message id."""

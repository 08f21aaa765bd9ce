"""Names of people where there is little room: the surname, or the surname with initials."""

from __future__ import annotations

from workshop_app.domain.short_names import short_name as short_name
from workshop_app.domain.short_names import surname as surname

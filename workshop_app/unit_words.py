"""Units that are words agree with their number: “1 case”, «2 заявки», «2,5 дня».

A unit is typed once for all values of an indicator or a goal. A word of the list takes the form its number asks for;
any other word stands in brackets where the form that was typed may be wrong: “1 (pallets)”. Signs and abbreviations
(%, h, шт., ₽) never change.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

_FORMS: Mapping[str, str] = MappingProxyType(
    {
        "en": (
            "answer answers|business businesses|call calls|case cases|client clients|company companies|"
            "complaint complaints|contract contracts|customer customers|day days|deal deals|defect defects|"
            "document documents|employee employees|enquiry enquiries|error errors|hour hours|idea ideas|"
            "inquiry inquiries|invoice invoices|item items|job jobs|lead leads|letter letters|meeting meetings|"
            "minute minutes|mistake mistakes|month months|offer offers|order orders|pair pairs|person people|"
            "piece pieces|point points|pound pounds|product products|project projects|proposal proposals|"
            "question questions|quotation quotations|request requests|return returns|review reviews|sale sales|"
            "service services|site sites|suggestion suggestions|task tasks|tender tenders|ticket tickets|time times|"
            "unit units|visit visits|week weeks|year years"
        ),
        "ru": (
            "акт акта актов|балл балла баллов|визит визита визитов|возврат возврата возвратов|вопрос вопроса вопросов|"
            "встреча встречи встреч|выезд выезда выездов|год года лет|день дня дней|договор договора договоров|"
            "документ документа документов|жалоба жалобы жалоб|задача задачи задач|заказ заказа заказов|"
            "заявка заявки заявок|звонок звонка звонков|идея идеи идей|клиент клиента клиентов|лид лида лидов|"
            "месяц месяца месяцев|минута минуты минут|неделя недели недель|обращение обращения обращений|"
            "ответ ответа ответов|отзыв отзыва отзывов|ошибка ошибки ошибок|пара пары пар|письмо письма писем|"
            "позиция позиции позиций|покупка покупки покупок|предложение предложения предложений|"
            "претензия претензии претензий|проект проекта проектов|продажа продажи продаж|процент процента процентов|"
            "раз раза раз|рубль рубля рублей|сделка сделки сделок|случай случая случаев|"
            "сотрудник сотрудника сотрудников|счёт счёта счетов|тендер тендера тендеров|услуга услуги услуг|"
            "час часа часов|человек человека человек|штука штуки штук|единица единицы единиц"
        ),
    }
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_FEW, _TEENS = (2, 3, 4), range(11, 15)
_ONE, _SOME, _MANY = 0, 1, 2


def agreeing(unit: str, count: int | None) -> str:
    """The unit as it stands behind a number; ``count`` is None for one with decimals."""
    russian = bool(_CYRILLIC.search(unit))
    form = _form_of(count) if russian else _ONE if count in (1, -1) else _SOME
    words, known = unit.split(" "), _forms("ru" if russian else "en")
    place = next((at for at, word in enumerate(words) if _key(word) in known), None)
    if place is not None and not (place and russian and form == _ONE):
        return " ".join((*words[:place], known[_key(words[place])][form], *words[place + 1 :]))
    usual = _MANY if russian else _SOME
    return f"({unit})" if form != usual and _WORD.fullmatch(words[0]) else unit


@cache
def _forms(language: str) -> Mapping[str, tuple[str, ...]]:
    """The forms of each word, by any of them."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _FORMS[language].split("|"):
        forms = tuple(line.split(" "))
        found.update({_key(form): forms for form in forms})
    return MappingProxyType(found)


def _key(word: str) -> str:
    return word.casefold().replace("ё", "е")


def _form_of(count: int | None) -> int:
    """The Russian form: «1 день», «2 дня» and «2,5 дня», «5 дней»."""
    if count is None:
        return _SOME
    ends = abs(count) % 10
    if abs(count) % 100 in _TEENS or (ends != 1 and ends not in _FEW):
        return _MANY
    return _ONE if ends == 1 else _SOME

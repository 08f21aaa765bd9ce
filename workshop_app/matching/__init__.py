"""Which functions of different departments are the same work: text in, ranked pairs with the words that say why out."""

from workshop_app.matching.matcher import Matcher, load_encoder
from workshop_app.matching.model import CHECK, CONFIDENT, Answers, Because, Encoder, Line, Pair

__all__ = ["CHECK", "CONFIDENT", "Answers", "Because", "Encoder", "Line", "Matcher", "Pair", "load_encoder"]

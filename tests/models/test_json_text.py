"""One content has one text, whoever writes it and in whatever order."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from models.json_text import canonical_json

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=4), JSON, max_size=4))
@settings(max_examples=30)
def test_canonical_json_is_one_text_for_equal_content(content):
    text = canonical_json(content)
    assert json.loads(text) == content
    turned = dict(reversed(content.items()))
    assert canonical_json(turned) == text
    # What wrote the journal so far: hashes stand on it.
    assert text == json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def test_canonical_json_keeps_letters_and_has_no_blanks():
    assert canonical_json({"b": "ặ", "a": [1, None, True]}) == '{"a":[1,null,true],"b":"ặ"}'

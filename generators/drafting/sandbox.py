"""A Jinja sandbox with limits: a template has a budget, and no single step may cost more than is left.

Memory and time grow with what a template handles: characters, items, calls. Each is charged before it is
made or traversed, by wrapping the expressions of the syntax tree; nothing depends on a clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from typing import Any, Final

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

BUDGET: Final = 2_000_000
"""The number of characters, items and calls that one draft may take; a long circular takes 50,000."""

_CALL: Final = 20
_TEMPLATE: Final = 1_000
"""What a call, and a template brought in, are charged with: they take as long as so many characters."""

LONGEST_NUMBER: Final = 1_000
"""The maximum number of bits of an integer."""

_FILTERS: Final = frozenset(
    """
    abs batch capitalize count d default dictsort e escape first float groupby int items join last length
    list lower map max min reject rejectattr replace reverse round select selectattr sort string sum title
    tojson trim truncate unique upper wordcount
    """.split()  # noqa: SIM905 - names read best as text
)
_GLOBALS: Final = frozenset({"cycler", "dict", "joiner", "namespace", "range"})
_METHODS: Final[Mapping[type, frozenset[str]]] = {
    str: frozenset(
        """
        capitalize count endswith find isdigit lower lstrip removeprefix removesuffix rstrip split startswith
        strip title upper
        """.split()  # noqa: SIM905 - the same
    ),
    dict: frozenset({"get", "items", "keys", "values"}),
    list: frozenset({"count", "index"}),
    tuple: frozenset({"count", "index"}),
}
"""The methods of plain values; none returns more than it was given."""

_PLAIN: Final = (str, bytes, bytearray, int, float, complex, list, tuple, dict, set, frozenset, range)


class LimitedEnvironment(ImmutableSandboxedEnvironment):
    """Compiles templates so that everything they handle is charged to one budget.

    A template that exceeds it raises ``SecurityError``, a ``TemplateError``. An instance is for one draft.
    """

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Jinja's options
        """Create an environment with ``options`` of Jinja's; an undefined name raises an error."""
        super().__init__(**options, undefined=StrictUndefined, optimized=False)
        self._left = BUDGET
        for name in set(self.globals) - _GLOBALS:
            del self.globals[name]
        known: Mapping[str, Any] = self.filters
        self.filters = {name: self._charging(known[name]) for name in _FILTERS}
        self.filters["join"] = self._joined
        self.filters["replace"] = self._replaced
        tests: Mapping[str, Any] = self.tests
        self.tests = {name: self._charging(function) for name, function in tests.items()}

    def add_filter(self, name: str, function: Callable[..., Any]) -> None:
        """Add a filter of ours, which is charged as all others."""
        self.filters[name] = self._charging(function)

    def _charging(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def charged(*arguments: Any, **keywords: Any) -> Any:  # noqa: ANN401 - any filter
            weighed = [self.counted(each) if _is_lazy(each) else self.weighed(each) for each in arguments]
            for each in keywords.values():
                self.weighed(each)
            found = function(*weighed, **keywords)
            return self.counted(found) if _is_lazy(found) else self.weighed(found)

        return charged

    def spend(self, amount: int) -> None:
        """Charge ``amount``; raises ``SecurityError`` if less is left."""
        self._left -= amount
        if self._left < 0:
            raise SecurityError(f"模板处理的内容太多（循环、字数合计超过 {BUDGET}），或自己套用自己")

    def weighed(self, value: Any) -> Any:  # noqa: ANN401 - any value of a template
        """Return ``value``, charged with its size: of containers with everything in them, however often."""
        pending = [value]
        while pending:
            each = pending.pop()
            self.spend(1 + (len(each) if isinstance(each, (str, bytes, range)) else 0))
            if isinstance(each, (list, tuple, set, frozenset)):
                self.spend(len(each))
                pending.extend(each)
            elif isinstance(each, dict):
                self.spend(2 * len(each))
                pending.extend(each)
                pending.extend(each.values())
            elif isinstance(each, int) and each.bit_length() > LONGEST_NUMBER:
                raise SecurityError("数字太大")
        return value

    def counted(self, values: Iterable[Any]) -> Iterator[Any]:
        """Yield ``values``, each charged as it is taken."""
        for each in values:
            self.spend(1)
            yield each

    def concatenated(self, *values: Any) -> str:  # noqa: ANN401 - any values of a template
        """Return the values as one text."""
        return "".join(str(self.weighed(each)) for each in values)

    def _joined(self, values: Iterable[Any], d: str = "", attribute: str | None = None) -> str:
        found = [
            str(self.weighed(each if attribute is None else self.getattr(each, attribute)))
            for each in self.counted(values)
        ]
        self.spend(len(d) * len(found))
        return d.join(found)

    def _replaced(self, text: str, old: str, new: str, count: int = -1) -> str:
        self.spend(len(text) + text.count(old) * len(new))
        return text.replace(old, new, count)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja's signature
        """Return the result of an operator, if its size can be told before."""
        if operator == "**" or (operator == "%" and isinstance(left, (str, bytes))):
            raise SecurityError(f"模板里不能用 {operator}")
        if operator == "*":
            for sequence, times in ((left, right), (right, left)):
                if isinstance(sequence, (str, bytes, list, tuple)) and isinstance(times, int):
                    self.spend(len(sequence) * max(times, 0))
        self.weighed(left)
        self.weighed(right)
        return self.weighed(super().call_binop(context, operator, left, right))

    def call(self, context: Any, function: Any, /, *arguments: Any, **keywords: Any) -> Any:  # noqa: ANN401 - Jinja's signature
        """Return the result of a call, charged with its arguments and result."""
        self.spend(_CALL)
        for each in (*arguments, *keywords.values()):
            self.weighed(each)
        found = super().call(context, function, *arguments, **keywords)
        return found if _is_lazy(found) else self.weighed(found)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 - Jinja's signature
        """Whether a template may have an attribute; of plain values only methods that keep their size."""
        if isinstance(obj, _PLAIN):
            return any(attr in names for kind, names in _METHODS.items() if isinstance(obj, kind))
        return super().is_safe_attribute(obj, attr, value)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - Jinja's signature
        """Return an item or a slice."""
        self.weighed(obj if isinstance(argument, slice) else argument)
        return super().getitem(obj, argument)

    def _load_template(self, name: str, globals: Any) -> Template:  # noqa: A002, ANN401 - Jinja's signature
        self.spend(_TEMPLATE)
        return super()._load_template(name, globals)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:  # noqa: ANN401, ARG002 - the same
        """Return ``None``: no text is formatted, for a width may be of any size."""
        return None

    def compile(self, source: Any, name: str | None = None, *more: Any, **options: Any) -> Any:  # noqa: ANN401 - Jinja's signature
        """Return the code of a template; what Python cannot compile is an error in its first line."""
        try:
            return super().compile(source, name, *more, **options)
        except (RecursionError, MemoryError, SyntaxError, ValueError) as error:
            raise TemplateSyntaxError("嵌套过深", 1, name) from error

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _Charging().visit(tree)
        tree.set_environment(self)
        return tree


def _is_lazy(value: object) -> bool:
    return isinstance(value, Iterator)


class _Charging(NodeTransformer):
    """Wraps what is printed, compared, looked up, joined or looped over in the methods that charge it."""

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 - Jinja's name
        """Charge what is printed."""
        self.generic_visit(node)
        node.nodes = [
            each if isinstance(each, nodes.TemplateData) else _called("weighed", each) for each in node.nodes
        ]
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802 - the same
        """Charge both sides."""
        self.generic_visit(node)
        node.expr = _called("weighed", node.expr)
        for operand in node.ops:
            operand.expr = _called("weighed", operand.expr)
        return node

    def visit_Pair(self, node: nodes.Pair) -> nodes.Node:  # noqa: N802 - the same
        """Charge the key, which is hashed."""
        self.generic_visit(node)
        node.key = _called("weighed", node.key)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - the same
        """Join by our own function."""
        self.generic_visit(node)
        return _called("concatenated", *node.nodes)

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - the same
        """Charge each item, whether or not the loop's condition admits it."""
        self.generic_visit(node)
        node.iter = _called("counted", node.iter)  # type: ignore[arg-type] # Jinja types it as any node
        return node


def _called(method: str, *arguments: nodes.Expr) -> nodes.Expr:
    line = arguments[0].lineno if arguments else 1
    function = nodes.EnvironmentAttribute(method, lineno=line)
    return nodes.Call(function, list(arguments), [], None, None, lineno=line)

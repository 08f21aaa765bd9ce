"""The look of the program in parts. Import what you need from its module; nothing is imported here.

Every part is given the ``ThemeService`` (and ``Icons`` where it shows one) and follows its ``changed`` by itself; words
come translated, or as ``Words``. All text is plain text. Nothing here needs a style sheet but fields of typed text.

Composed
    ``layout``           StepHeader, HintLine, EmptyState
    ``number_strip``     NumberStrip of NumberCell: big numbers that are filters
    ``segmented``        SegmentedControl, HeaderTabs
    ``buttons``          Button / button(), IconButton, AnswerButton; ``progress_button`` ProgressButton
    ``card``             Card, SelectableCard, Divider; ``flow`` FlowLayout
    ``labels``           plain_label, PlainLabel, IconLabel, icon_line, FieldMessage; ``elided`` ElidedLabel
    ``key_cap``          KeyCap; ``badge`` DepartmentBadge; ``toast`` UndoToast; ``banner`` Banner
Typed and chosen
    ``text_field``       TextField, TextArea: ``committed`` on Enter or on leaving, Esc takes back
    ``fields``           SearchField, LabeledField (label, field, message); ``date_field`` DateField
    ``picker``           Picker with person_choices() and department_choices()
    ``controls``         CheckBox, ChoiceBox, Slider
Tables
    ``table_view``       LineTable; ``delegates.special`` RowDelegate draws a whole table by ``roles``
    ``delegates.raci``   RaciDelegate; ``delegates.editing`` date_editor(), pick_editor()
    ``table_look``       dress_table() for any other QTableView, TableCard around one
    ``table_header``     what the roles of a head draw
Painted (functions of painter, box, value, theme; ``picture``: Picture makes a widget of one, ProgressLine)
    ``paint``            badge, mark, chip, RACI tile, hatch; ``pictograms`` the twelve findings
    ``marks``            status, skill, SMART letter, claim
    ``bars``             hours, progress, change, load, split, goal; ``opinions`` votes, shift, gap, hidden
    ``timelines``        Gantt strip, 0–90 days, stages
    ``chart``            ChartWidget: a drawing of ``reports.charts`` and its table
"""

"""Keys that the program's records may or may not have yet: a key that is switched off is not written."""

COMPLAINT_NUMBER = True
"""投诉的 编号"""
COMPLAINT_DATE = True
"""投诉的 日期"""
CARRIED = True
"""一周的 续办"""
OPEN_NOTICE = True
"""通报单的 状态: 处理中"""
CHECKS = True
"""office.yaml 的 检查"""


def switch(on):
    """All of them on or off, for programs from before they were."""
    for name in ("COMPLAINT_NUMBER", "COMPLAINT_DATE", "CARRIED", "OPEN_NOTICE", "CHECKS"):
        globals()[name] = on

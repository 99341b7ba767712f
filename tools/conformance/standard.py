"""The numbers of GB/T 9704-2012, in mm from the sheet's left and top edge. Each stands once, with its clause."""

POINT = 25.4 / 72

# 5.1: A4.
WIDTH, HEIGHT = 210.0, 297.0
# 5.2.1: the text area (版心), 156 × 225.
LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
# By GB/T 33476.2 the first line's box begins so much higher than its ink, at the margin; there stands a table's rule.
LINE_TOP = 34.58
# 5.2.1 as clerks set it in Word's page set-up, by side, and how far off that may be: Word shows hundredths of a cm.
SETUP, SETUP_OFF = {"top": 37.0, "bottom": 35.0, "left": 28.0, "right": 26.0}, 0.2
# Then the first ink stands lower and the last one higher than the margins. Measured.
SETUP_TOP, SETUP_BOTTOM = 40.0, 260.5
# 5.2.3: 22 lines a page of 28 characters.
LINES, CHARACTERS = 22, 28
PITCH = (BOTTOM - TOP) / LINES
CELL = (RIGHT - LEFT) / CHARACTERS
# 3.1 and 3.2: the height of a 3号 character; a line is that and 7/8 of it.
CHARACTER_HEIGHT = 16 * POINT
LEADING = CHARACTER_HEIGHT * 7 / 8
# 4号, of 版记 and page numbers (7.4, 7.5).
SMALL_CELL = 14 * POINT

# 7.2.4, 10.1, 10.2, 10.3: the top of 发文机关标志, by form; a 简报's is practice.
MARK_TOP = {"公文": 72.0, "上行文": 72.0, "信函": 30.0, "命令": 57.0, "纪要": 72.0, "简报": 72.0}
# 7.2.7 and 10.1: from what stands above a red line to the line.
RED_LINE_GAP = 4.0
# 7.4.1.
THICK, THIN = 0.35, 0.25
# 7.5: the dash, and a number's outer end on odd and on even pages.
DASH = 269.0
NUMBER_RIGHT, NUMBER_LEFT = RIGHT - SMALL_CELL, LEFT + SMALL_CELL
# 10.1: the red double lines of 信函.
LETTER_LEFT, LETTER_RIGHT = 20.0, 190.0
LETTER_SECOND = 277.0

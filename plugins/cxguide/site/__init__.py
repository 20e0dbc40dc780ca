"""The site as a whole: functions over a built folder and over the texts of its pages."""

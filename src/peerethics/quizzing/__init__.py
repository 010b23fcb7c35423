"""Quizzes: choosing questions, making them, marking answers, and what many answers say; no input, no output."""

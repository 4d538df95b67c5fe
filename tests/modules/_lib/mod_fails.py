import mod_once
mod_once.attempts.append("try")
raise ValueError("failing module")

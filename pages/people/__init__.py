"""Who comes from Mexico to study, work, visit or seek asylum?"""

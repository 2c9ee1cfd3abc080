"""RefugeeGuide: a few questions, and a plan for a person with protection in Belgium."""

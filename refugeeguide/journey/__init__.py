"""What a visitor touches: questions, plan, paper."""

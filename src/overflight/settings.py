"""Every setting of a build, gathered from the stages that own them."""

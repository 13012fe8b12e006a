"""Learners in float16 without a GPU."""


def as_half(learner, scale, steady=0):
    """With such a scale of its gradients. It computes in float32, since a CPU has no float16 here: what overflows is the scale alone."""
    learner.represent = lambda net, views: net.projection(net.encoder(views.flatten(0, 1))).unflatten(0, (2, -1))
    learner.is_half, learner.scale, learner.steady = True, scale, steady
    return learner

namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>A question as numbers: which rows of the weights it touches, and how much each counts. Its length is 1, or it is empty.</summary>
readonly record struct QuestionVector(int[] Rows, float[] Values);

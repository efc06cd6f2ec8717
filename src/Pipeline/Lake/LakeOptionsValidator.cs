using Microsoft.Extensions.Options;

namespace NovaCorrente.Pipeline.Lake;

/// <summary>Refuses settings of the lake that can't work, at start and by name.</summary>
internal sealed class LakeOptionsValidator : IValidateOptions<LakeOptions>
{
    public ValidateOptionsResult Validate(string? name, LakeOptions options) =>
        options.Problem is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
}

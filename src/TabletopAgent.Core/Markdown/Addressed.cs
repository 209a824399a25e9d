using System.Text.RegularExpressions;

namespace TabletopAgent.Markdown;

/// <summary>
/// Tells text addressed to a language model from text about one. Such text never enters the index: a page is data, and its author may
/// be anybody. It errs on the side of leaving out; what is left out is a note.
/// </summary>
internal static partial class Addressed
{
    public static bool ToModel(string text) => Suspicion.Of(text) && Matches(text);

    internal static bool Matches(string text) => Marks().IsMatch(text) || Orders().IsMatch(text.Replace('\n', ' '));

    /// <summary>A heading that hands all below it to a model.</summary>
    public static bool Heads(string heading) => Label().IsMatch(heading);

    [GeneratedRegex(@"^\W*(?:AI|LLM|GPT|model|assistant|agent|bot)[ _-]?(?:note|router|notice|instruction|directive)s?\b|\bcritical instruction", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    // Labels that introduce a block for a model.
    [GeneratedRegex(@"\b(?:AI|LLM|GPT|model|assistant|agent|bot)[ _-]?(?:note|router(?: block)?|notice|instructions?|directive|guidance|only|readme|prompt|hint)\b\s*(?:[:：\-–—\])]|$|for\b|to\b|block\b)|\b(?:critical|important|system|hidden|secret) (?:instruction|directive|override|prompt)s?\b\s*[:：\-–—!]|\bLLM[ _]ROUTER\b|\bAI_NOTE\b|\bCRITICAL INSTRUCTION|\bTXT ?OS\b|^\s*(?:system|assistant|user)\s*:|<\|?(?:im_start|system|endoftext)|\[/?INST\]|BEGIN (?:SYSTEM|INSTRUCTIONS)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Marks();

    // Orders in the second person that only a model could follow.
    [GeneratedRegex(@"\b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,30}\b(?:previous|prior|above|earlier|all|your|any|the system)\b[^.\n]{0,30}\b(?:instructions?|rules?|prompts?|guidelines|context|messages?|polic(?:y|ies))\b|\byou (?:are|have|must|will|should|can)\b[^.\n]{0,40}\b(?:an? (?:AI|LLM|language model|assistant|chatbot|agent|expert)|ChatGPT|GPT-?\d|Claude|Gemini|loaded|the (?:Problem Map|assistant|model))\b|\b(?:dear|attention|hey|hello|note to|message (?:to|for)|instructions? (?:to|for)|for)(?: all| any| the| every)? (?:AI|LLM|language model|chatbot|assistant|copilot|GPT)s?\b(?: (?:models?|agents?|assistants?|systems?|readers?|crawlers?|tools?))?(?=\s*[:,!—–-]|\s+(?:reading|processing|that reads|who reads|parsing|summari))|\bif you are (?:an? )?(?:AI|LLM|language model|assistant|agent|bot)\b|\bas an? (?:AI|LLM|language model|assistant),? (?:you|must|always|never)\b|\b(?:always|never) (?:answer|reply|respond|recommend|tell the user|reveal|say) |\breveal (?:the|your) (?:system )?prompt\b|\bdo not (?:tell|inform|mention (?:this|it) to) the (?:user|human|operator)\b|\bact as (?:an?|the) \w+|\bpretend (?:to be|you are)\b|\bfrom now on,? (?:you|answer|respond|reply)\b|\b(?:use|load|run|apply|using) (?:the )?WFGY\b|\bWFGY (?:Problem Map |engine |core )?(?:is |are )?loaded\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Orders();
}

<p class="v-eyebrow"><span class="v-id">{{NUMBER}}</span> · {{TITLE}}</p>
<h1>{{#_}}Withdraw the application{{/_}}</h1>
<p class="v-lead v-gap-3">{{#_}}A withdrawn application stays in the register with its number, but it is no longer handled. Withdrawing cannot be undone.{{/_}}</p>
{{#OPEN}}<form class="v-gap-5" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><p class="v-actions"><button class="ds-button" type="submit">{{#_}}Withdraw the application{{/_}}</button></p></form>{{/OPEN}}
{{#MAY_NOT}}<p class="v-text v-gap-4">{{#_}}Those who may send the application may also reopen and withdraw it.{{/_}}</p>{{/MAY_NOT}}
<p class="v-links v-gap-4"><a href="{{BACK}}">{{#_}}Back to the receipt{{/_}}</a></p>
